package org.parley.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.parley.jobs.ingest.InputRecord.RawArticle;
import org.parley.jobs.ingest.InputRecord.Reject;

/** Files that a test writes, and what is read from them: records of 2,000 bytes at most. */
record InputFolder(Path folder) {
  private static final Limits LIMITS = new Limits(2000, 1 << 20);

  /** A file of the folder. */
  InputFile write(String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    return new InputFile(file.toUri().toString(), content.length);
  }

  static byte[] gzip(String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  /** All records of a file. */
  List<InputRecord> read(InputFile file, Fields fields) {
    var records = new ArrayList<InputRecord>();
    new FileRecords(file, new Configuration(), fields, LIMITS).forEachRemaining(records::add);
    return records;
  }

  /** Place and text of each article, place and reason of each reject. */
  static List<String> outcomes(List<InputRecord> records) {
    return records.stream()
        .map(
            r ->
                r.index()
                    + " "
                    + (r instanceof RawArticle a ? a.body() : ((Reject) r).reason().label()))
        .toList();
  }
}
