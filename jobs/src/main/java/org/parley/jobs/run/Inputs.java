package org.parley.jobs.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.spark.sql.Column;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.seed.Seeds;

/**
 * A digest of all that the stages after annotate depend on: the articles, the pipeline, the seeds
 * and Parley's own code. Where the tables were made from the same, they are up to date.
 */
final class Inputs {
  private Inputs() {}

  /** The digest of what a run would work on now. */
  static String digest(Warehouse warehouse, String pipeline, Seeds seeds) {
    Column[] columns = {
      col("article_id"),
      col("text_id"),
      col("cluster_id"),
      col("source"),
      col("published_at"),
      col("month")
    };
    var articles =
        warehouse
            .read(Table.ARTICLES)
            .select(xxhash64(columns).cast("decimal(38,0)").as("hash"))
            .agg(count(lit(1)), sum(col("hash")))
            .first();
    MessageDigest digest = sha256();
    digest.update(
        (articles.mkString(" ") + " " + pipeline + " " + seeds.fingerprint()).getBytes(UTF_8));
    addCode(digest);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void addCode(MessageDigest digest) {
    URI code =
        URI.create(Inputs.class.getProtectionDomain().getCodeSource().getLocation().toString());
    Path jar = Path.of(code);
    try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // Classes that lie in a folder change without notice: no two runs are on the same code.
      digest.update(Long.toString(System.nanoTime()).getBytes(UTF_8));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
