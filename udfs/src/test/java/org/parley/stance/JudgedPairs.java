package org.parley.stance;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.parley.entity.Gazetteer;
import org.parley.seed.Seeds;
import org.parley.stance.OpenTargetGroups.Wording;

/** Wordings of open targets, two by two, with what a reader says: one matter, or two. */
record JudgedPairs(List<Pair> pairs) {
  private static final Set<String> SMALL =
      Set.of(
          "a", "against", "along", "an", "at", "by", "for", "from", "his", "in", "no", "of", "on",
          "s", "the", "to", "up", "with");

  record Pair(Wording first, Wording second, boolean same) {}

  /** How many pairs are joined, and how many of these a reader would join. */
  record Count(long joined, long right, long same) {
    double precision() {
      return (double) right / joined;
    }

    double recall() {
      return (double) right / same;
    }
  }

  static JudgedPairs read() throws IOException {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(JudgedPairs.class.getResourceAsStream("open-target-pairs.csv")),
            StandardCharsets.UTF_8)) {
      return new JudgedPairs(
          format.parse(in).stream()
              .map(
                  row ->
                      new Pair(
                          wording(row.get("a"), 2),
                          wording(row.get("b"), 1),
                          row.get("same").equals("yes")))
              .toList());
    }
  }

  static Wording wording(String text, long count) {
    return new Wording(id(text), text, count);
  }

  /** The id that the content words make. */
  static String id(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1))
        .filter(word -> !SMALL.contains(word))
        .collect(Collectors.joining("_", OpenTargets.PREFIX, ""));
  }

  /** Holds each pair against the other, rare words being those that are rare in the list. */
  Count joinedBy(Seeds seeds, Meaning meaning) {
    var reader = new Matter.Reader(Lexicon.load(seeds), Gazetteer.of(seeds));
    var matters =
        pairs.stream()
            .flatMap(pair -> Stream.of(pair.first, pair.second))
            .map(reader::read)
            .toList();
    var likeness = new Likeness(matters, meaning);
    var joined = pairs.stream().filter(pair -> isJoined(pair, reader, likeness)).toList();
    return new Count(
        joined.size(),
        joined.stream().filter(Pair::same).count(),
        pairs.stream().filter(Pair::same).count());
  }

  private static boolean isJoined(Pair pair, Matter.Reader reader, Likeness likeness) {
    var first = reader.read(pair.first);
    var second = reader.read(pair.second);
    return !first.contradicts(second)
        && likeness.of(
                first,
                likeness.vector(pair.first.text()),
                second,
                likeness.vector(pair.second.text()))
            > 0;
  }
}
