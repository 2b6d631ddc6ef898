package org.parley.jobs.resolve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.parley.entity.DictionaryEntry;
import org.parley.jobs.table.TableWriter;

/**
 * The dictionary as a table: form, title, probability, forms. It is made once, under {@code
 * _dictionary} in the warehouse, and joined by form, so that no JVM holds it.
 */
final class DictionaryTable {
  static final StructType TYPE =
      StructType.fromDDL("form string, title string, probability double, forms int");

  private static final int PARTS = 8;

  private final SparkSession spark;
  private final Path table;
  private final Path lines;

  DictionaryTable(SparkSession spark, String warehouse) {
    this.spark = spark;
    var folder = new Path(warehouse, "_dictionary");
    this.table = new Path(folder, "wikidict.parquet");
    this.lines = new Path(folder, "_lines");
  }

  /**
   * The table, which is made first where it is not there.
   *
   * @param name {@code wikidict}, or the path of its jar
   * @throws IllegalArgumentException if the jar is not there
   */
  Dataset<Row> of(String name) {
    try {
      var fs = table.getFileSystem(spark.sparkContext().hadoopConfiguration());
      if (!fs.exists(table)) {
        make(fs, name);
      }
      return spark.read().schema(TYPE).parquet(table.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("dictionary " + table + ": " + e.getMessage(), e);
    }
  }

  private void make(FileSystem fs, String name) throws IOException {
    var jar = WikiDict.jar(name);
    System.err.println("making the table of the dictionary, once: " + table);
    fs.delete(lines, true);
    var parts = new ArrayList<BufferedWriter>();
    try {
      for (int i = 0; i < PARTS; i++) {
        parts.add(
            new BufferedWriter(
                new OutputStreamWriter(fs.create(new Path(lines, "part-" + i + ".tsv")), UTF_8)));
      }
      WikiDict.read(jar, entry -> write(parts, entry));
    } finally {
      for (var part : parts) {
        part.close();
      }
    }
    var staged = new Path(lines, "staged");
    TableWriter.parquet(
            spark
                .read()
                .schema(TYPE)
                .option("sep", "\t")
                .option("quote", "")
                .csv(lines.toString() + "/*.tsv")
                .sort("form"))
        .parquet(staged.toString());
    if (!fs.rename(staged, table)) {
      throw new IOException("cannot rename " + staged);
    }
    fs.delete(lines, true);
  }

  private static void write(List<BufferedWriter> parts, DictionaryEntry entry) throws IOException {
    parts
        .get(Math.floorMod(entry.form().hashCode(), PARTS))
        .append(entry.form())
        .append('\t')
        .append(entry.title())
        .append('\t')
        .append(Double.toString(entry.probability()))
        .append('\t')
        .append(Integer.toString(entry.forms()))
        .append('\n');
  }
}
