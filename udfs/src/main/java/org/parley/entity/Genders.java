package org.parley.entity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;

/** Which pronoun a person takes, by first name. */
final class Genders {
  private final Map<String, String> byFirstName = new HashMap<>();

  Genders() {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();
    try (var in =
            new InputStreamReader(
                Objects.requireNonNull(Genders.class.getResourceAsStream("first-names.csv")),
                StandardCharsets.UTF_8);
        var parser = format.parse(in)) {
      for (var row : parser) {
        for (var name : row.get("names").split(" ", -1)) {
          // A name on both lists tells nothing.
          byFirstName.merge(name, row.get("gender"), (one, other) -> one.equals(other) ? one : "");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** m, f, or empty where nothing tells. */
  String of(String fullName) {
    int space = fullName.indexOf(' ');
    return byFirstName.getOrDefault(space < 0 ? fullName : fullName.substring(0, space), "");
  }
}
