package org.parley.entity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;

/** The words of {@code name-cues.csv}. */
final class NameCues {
  private final Map<String, Set<String>> words = new HashMap<>();

  NameCues() {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();
    try (var in =
            new InputStreamReader(
                Objects.requireNonNull(NameCues.class.getResourceAsStream("name-cues.csv")),
                StandardCharsets.UTF_8);
        var parser = format.parse(in)) {
      for (var row : parser) {
        words.put(row.get("cue"), new HashSet<>(List.of(row.get("words").split(" ", -1))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean endsOrganization(String word) {
    return is("organization", word);
  }

  boolean endsLocation(String word) {
    return is("location", word);
  }

  boolean endsEvent(String word) {
    return is("event", word);
  }

  /** Whether an organisation's name may begin with the word and go on with "of". */
  boolean takesOf(String word) {
    return is("of", word);
  }

  /** Whether what follows that "of" may be a list with "and". */
  boolean takesList(String word) {
    return is("list", word);
  }

  /** Whether a word says of the name beside it that it is a place's: "district", "village". */
  boolean isLocality(String word) {
    return is("locality", word);
  }

  /** Whether the word alone is no name, whatever the tagger says. */
  boolean isNoName(String word) {
    return is("alone", word);
  }

  private boolean is(String cue, String word) {
    return words.getOrDefault(cue, Set.of()).contains(word);
  }
}
