package org.parley.jobs.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.jobs.fuzz.Mutations.bounded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.parley.entity.DocumentResolver;
import org.parley.entity.Gazetteer;
import org.parley.seed.Seeds;
import org.parley.seed.UserFile;
import org.parley.stance.Issues;

/** A file that a user names with --overrides or --issues is taken, or refused in a line. */
class UserFilesFuzzTest {
  private static final Seeds SEEDS = Seeds.bundled();

  private static final Map<String, String> OVERRIDES =
      Map.of(
          "same.csv", "entity_id,same_as\nper:a_ekdal,per:anna_ekdal\norg:pact,org:norden_pact\n",
          "different.csv", "alias,entity_id,is\nGeorgia,gpe:georgia,gpe:georgia_us\nDelta,org:d,\n",
          "rename.csv", "entity_id,name\norg:norden_pact,Norden Pact\nper:anna_ekdal,\"Ekdal\"\n",
          "drop.csv", "alias,entity_id\nMay,\n,org:courier\n",
          "add.csv",
              """
              id,name,wikidata_id,country,aliases,office,holder_of,title_words,from,to
              org:norden_pact,Norden Pact,,gpe:norway,the pact|Pact,,,,,
              per:anna_ekdal,Anna Ekdal,Q1,gpe:norway,Ekdal,secretary,org:norden_pact,secretary,2020-01-01,
              """);

  private static final String ISSUES =
      """
      - id: harbour_tolls
        label: harbour tolls
        seeds: [harbour tolls, "tolls in the harbour"]
        heads: [toll, levy]
        arguments:
          - ["gpe:norway", Norway]
        verbs:
          - {verb: [levy, raise], object: [toll], sign: 1}
        opposites: [a free harbour]
        exclude: [road tolls]
      """;

  private static Path folder;

  /** A file of overrides. */
  private static final class Broken {
    final String name;
    final byte[] content;

    Broken(String name, byte[] content) {
      this.name = name;
      this.content = content;
    }

    @Override
    public String toString() {
      return name + ": " + new String(content, UTF_8);
    }
  }

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("fuzz");
  }

  @AfterContainer
  static void close() throws IOException {
    Files.delete(folder);
  }

  @Fuzz
  void overridesAreTakenOrRefusedByName(@ForAll("overrides") Broken file) {
    Path path = folder.resolve(file.name);
    try {
      Files.write(path, file.content);
      var resolver = bounded(() -> new DocumentResolver(Gazetteer.of(SEEDS.withOverrides(folder))));
      assertThat(resolver).isNotNull();
    } catch (AssertionError e) {
      refusedByName(e, file.name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      path.toFile().delete();
    }
  }

  @Fuzz
  void issuesAreTakenOrRefusedByName(@ForAll("issues") byte[] content) {
    Path path = folder.resolve("issues.yaml");
    try {
      Files.write(path, content);
      assertThat(
              bounded(
                  () ->
                      Issues.load(Issues.added(SEEDS, UserFile.text(path), path.toString()))
                          .issues()))
          .isNotEmpty();
    } catch (AssertionError e) {
      refusedByName(e, "issues.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      path.toFile().delete();
    }
  }

  private static void refusedByName(AssertionError error, String name) {
    assertThat(error.getCause()).isInstanceOf(IllegalArgumentException.class);
    assertThat(error.getCause().getMessage()).contains(name);
  }

  @Provide
  Arbitrary<Broken> overrides() {
    return Arbitraries.of(OVERRIDES.keySet().stream().sorted().toList())
        .flatMap(
            name ->
                Mutations.of(List.of(OVERRIDES.get(name).getBytes(UTF_8)))
                    .map(bytes -> new Broken(name, bytes)));
  }

  @Provide
  Arbitrary<byte[]> issues() {
    return Mutations.of(List.of(ISSUES.getBytes(UTF_8)));
  }
}
