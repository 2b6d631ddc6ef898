package org.parley.jobs.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.jobs.fuzz.Mutations.bounded;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.parley.entity.Gazetteer;
import org.parley.quote.ReportingLexicon;
import org.parley.seed.Seeds;
import org.parley.stance.Issues;
import org.parley.stance.Lexicon;
import org.parley.text.TextCleaner;

/** A user's own seeds file is taken, or refused with the file's name. */
class SeedsFuzzTest {
  /** A file of the seeds with an end of its own, so that mutations fall among few rows. */
  record Broken(String name, String content) {}

  @Fuzz
  void aSeedsFileIsTakenOrRefusedByName(@ForAll("files") Broken file) {
    var seeds = Seeds.bundled().with(file.name(), file.content());
    try {
      Object read =
          bounded(
              () ->
                  switch (file.name().substring(0, file.name().indexOf('/') + 1)) {
                    case "entities/" -> Gazetteer.of(seeds);
                    case "text/" -> TextCleaner.of(seeds);
                    case "lexicon/" ->
                        file.name().equals("lexicon/reporting.csv")
                            ? ReportingLexicon.of(seeds)
                            : Lexicon.load(seeds);
                    default -> Issues.load(seeds);
                  });
      assertThat(read).isNotNull();
    } catch (AssertionError e) {
      assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
      // What refers to a row that is gone is found in another file than the one that was broken.
      assertThat(e.getCause().getMessage()).containsAnyOf(Seeds.FILES.toArray(String[]::new));
    }
  }

  @Provide
  Arbitrary<Broken> files() {
    return Arbitraries.of(Seeds.FILES)
        .flatMap(
            name ->
                Mutations.of(List.of(head(Seeds.bundled().text(name)).getBytes(UTF_8)))
                    .map(bytes -> new Broken(name, new String(bytes, UTF_8))));
  }

  private static String head(String text) {
    return text.lines().limit(30).reduce("", (a, b) -> a + b + "\n");
  }
}
