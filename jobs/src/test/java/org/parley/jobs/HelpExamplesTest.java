package org.parley.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpExamplesTest {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "ingest",
        "annotate",
        "resolve",
        "cooccur",
        "stance",
        "report",
        "export",
        "issues",
        "sql",
        "describe",
        "evaluate",
        "doctor"
      })
  void everyExampleIsUnderstood(String command) {
    assertThat(Examples.of(command)).isNotEmpty();
    for (String example : Examples.of(command)) {
      assertThatCode(() -> Parley.commandLine().parseArgs(words(example)))
          .as(example)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void helpEndsWithExamples() {
    assertThat(Parley.commandLine().getSubcommands().get("run").getUsageMessage())
        .contains("Examples:")
        .contains("parley run --input articles.jsonl.gz");
  }

  @Test
  void theNearestOptionIsNamed() {
    assertThat(refused("run", "--inptu", "x")).contains("--inptu").contains("--input");
  }

  @Test
  void theNearestCommandIsNamed() {
    assertThat(refused("describ")).contains("describe");
  }

  /** What is said of a command line that is not understood. */
  private static String refused(String... words) {
    var said = new StringWriter();
    var parley = Parley.commandLine().setErr(new PrintWriter(said, true));
    assertThat(parley.setParameterExceptionHandler(Parley::refuse).execute(words)).isEqualTo(2);
    return said.toString();
  }

  private static String[] words(String example) {
    var words = new ArrayList<String>();
    var found = WORD.matcher(example);
    while (found.find()) {
      words.add(found.group(1) != null ? found.group(1) : found.group(2));
    }
    return List.copyOf(words).subList(1, words.size()).toArray(String[]::new);
  }
}
