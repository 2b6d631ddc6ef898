package org.parley.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("models")
class OwnTaskTest {
  private static Map<String, Object> metrics;

  @BeforeAll
  static void evaluate() throws IOException {
    var predictions = new Predictions(Writer.nullWriter());
    metrics = new OwnTask().evaluate(LabelledSentencesTest.OWN, predictions);
  }

  @Test
  void findsStancesThatHold() {
    assertThat((double) metrics.get("precision")).isGreaterThanOrEqualTo(94);
  }

  @Test
  void findsManyOfThem() {
    assertThat((double) metrics.get("recall")).isGreaterThanOrEqualTo(44);
  }

  @Test
  void keepsHolderAndTargetApart() {
    assertThat((double) metrics.get("direction_accuracy")).isGreaterThanOrEqualTo(99);
  }
}
