package org.parley.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The functions in a session that nobody configured for them. */
class ParleyFunctionsTest {
  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static Row row(String expressions) {
    return spark.sql("SELECT " + expressions).head();
  }

  @ParameterizedTest
  @FieldSource("org.parley.sql.ParleyFunctions#ALL")
  void isDescribed(SqlFunction function) {
    assertThat(spark.sql("DESCRIBE FUNCTION " + function.name()).collectAsList())
        .anySatisfy(row -> assertThat(row.getString(0)).contains(function.usage()));
  }

  @ParameterizedTest
  @FieldSource("org.parley.sql.ParleyFunctions#ALL")
  void nullInNullOut(SqlFunction function) {
    var nulls = String.join(", ", function.argumentTypes().stream().map(t -> "NULL").toList());
    assertThat(row(function.name() + "(" + nulls + ")").isNullAt(0)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "parley_expected, 2.0",
    "parley_lift, 1.5",
    "parley_pmi, 0.5849625007211562",
    "parley_npmi, 0.3367725",
    "parley_jaccard, 0.5",
    "parley_dice, 0.6666667",
    "parley_t_score, 0.5773503",
    "parley_log_odds, 1.4350845",
    "parley_hypergeometric_p, 0.2619048"
  })
  void measuresOfCounts(String name, double expected) {
    assertThat(row(name + "(3, 5, 4, 10)").getDouble(0)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void columnsOfRowsAreTakenAsWellAsLiterals() {
    var sum =
        spark.sql("SELECT sum(parley_expected(0, id, 2, 100)) FROM range(11)").head().getDouble(0);
    assertThat(sum).isCloseTo(1.1, within(1e-12));
  }

  @Test
  void wilsonIsAStruct() {
    var interval = row("parley_wilson(81 / 263, 263)").getStruct(0);
    assertThat(interval.<Double>getAs("low")).isCloseTo(0.2553, within(5e-5));
  }

  @Test
  void stancePosteriorOfClusters() {
    var posterior =
        row("parley_stance_posterior(array((1.0, 0.0, 1.0), (1.0, 0.0, 1.0), (0.9, 0.0, 1.0)))")
            .getStruct(0);
    assertThat(posterior.<Double>getAs("against_mass")).isCloseTo(2.9, within(1e-12));
    assertThat(posterior.<String>getAs("verdict")).isEqualTo("against");
  }

  @Test
  void stanceRiseOfTwoPosteriors() {
    // One standard deviation of the difference: 0.5 is hypot(0.3, 0.4).
    assertThat(row("parley_stance_rise(0.0, 0.3, 0.5, 0.4)").getDouble(0))
        .isCloseTo(0.841344746, within(1e-9));
  }

  @Test
  void noiseCorrectedIsAStruct() {
    assertThat(row("parley_noise_corrected(10, 15, 16, 60).score").getDouble(0))
        .isCloseTo(0.428571428, within(1e-8));
  }

  @Test
  void canonicalNameOfAnAlias() {
    assertThat(row("parley_canonical_name('the Kremlin')").getString(0)).isEqualTo("Russia");
  }

  @Test
  void canonicalNameOfAnUnknownFormIsNull() {
    assertThat(row("parley_canonical_name('Qwxyz Zzyx')").isNullAt(0)).isTrue();
  }

  @Test
  void sectionsOfAText() {
    var paragraphs = row("parley_sections('Talks begin\n\nOfficials met.')").<Row>getList(0);
    assertThat(paragraphs)
        .extracting(paragraph -> paragraph.getString(1))
        .contains("Officials met.");
  }

  @Test
  void aWrongNumberOfArgumentsIsSaid() {
    assertThatThrownBy(() -> row("parley_lift(1, 2)"))
        .hasMessageContaining(
            "parley_lift takes 4 arguments (bigint, bigint, bigint, bigint), not 2");
  }

  @Test
  void countsThatNoTableHasAreAnError() {
    assertThatThrownBy(() -> row("parley_lift(9, 2, 2, 10)"))
        .hasStackTraceContaining("no table has n_ab=9, n_a=2, n_b=2, n=10");
  }
}
