package org.parley.jobs.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads gold data, gzipped or not. */
final class GoldFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private GoldFile() {}

  /** The lines of a file, without their ends. */
  static List<String> lines(Path file) throws IOException {
    try (var reader = new BufferedReader(new InputStreamReader(open(file), UTF_8))) {
      return reader.lines().toList();
    }
  }

  /**
   * The objects of a JSON lines file.
   *
   * @throws IllegalArgumentException if a line is not JSON
   */
  static List<JsonNode> jsonLines(Path file) throws IOException {
    var objects = new ArrayList<JsonNode>();
    var lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      try {
        if (!lines.get(i).isBlank()) {
          objects.add(JSON.readTree(lines.get(i)));
        }
      } catch (IOException e) {
        throw new IllegalArgumentException(file + " line " + (i + 1) + " is not JSON", e);
      }
    }
    return objects;
  }

  private static InputStream open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no gold file " + file);
    }
    var in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }
}
