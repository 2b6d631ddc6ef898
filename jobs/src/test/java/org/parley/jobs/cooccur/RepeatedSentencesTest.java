package org.parley.jobs.cooccur;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.Tables;
import org.parley.jobs.table.Table;

@ExtendWith(LocalSpark.class)
class RepeatedSentencesTest {
  private static final String SHARED =
      "The ministers of Chad and Niger meet at the lake again today.";
  private static final String SHORT = "Chad and Niger agree.";

  private SparkSession spark;

  @BeforeEach
  void open(SparkSession spark) {
    this.spark = spark;
  }

  /** Id, cluster, outlet, day of August, sentences: of each two, the last one is of its section. */
  private static String[] article(
      String id, String cluster, String outlet, int day, String... sentences) {
    var text = new StringBuilder();
    var places = new StringBuilder();
    for (String sentence : sentences) {
      boolean boilerplate = sentence.startsWith("(");
      places
          .append(places.isEmpty() ? "" : ", ")
          .append(
              "named_struct('index', %d, 'section', '%s', 'begin', %d, 'end', %d)"
                  .formatted(
                      places.toString().split("index", -1).length - 1,
                      boilerplate ? "boilerplate" : "body",
                      text.length(),
                      text.length() + sentence.length()));
      text.append(sentence);
    }
    return new String[] {
      "('%s', 't%s', '%s', '%s', '2025-08-0%d 10:00:00', '%s')"
          .formatted(id, id, cluster, outlet, day, text),
      "SELECT 't%s' AS text_id, array(%s) AS sentences".formatted(id, places)
    };
  }

  private List<String> repeated(String[]... articles) {
    String[] rows = List.of(articles).stream().map(article -> article[0]).toArray(String[]::new);
    Dataset<Row> places =
        spark.sql(
            String.join(
                " UNION ALL ", List.of(articles).stream().map(article -> article[1]).toList()));
    return RepeatedSentences.of(
            Tables.of(
                spark,
                Table.ARTICLES,
                "article_id, text_id, cluster_id, source, published_at, text",
                rows),
            places)
        .selectExpr("concat_ws(' ', article_id, repeats, array_join(repeated, ','))")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  @Test
  void aSentenceCountsInTheFirstTextThatHasIt() {
    assertThat(
            repeated(
                article("b", "cb", "Courier", 2, SHORT, SHARED),
                article("a", "ca", "Herald", 1, SHARED),
                article(
                    "c", "cc", "Courier", 3, SHARED, SHARED.toUpperCase(java.util.Locale.ROOT))))
        .containsExactly("b 1 2", "c 2 1,3");
  }

  @Test
  void copiesOfAnArticleAreNoRepetition() {
    assertThat(
            repeated(
                article("a", "c", "Herald", 1, SHARED), article("b", "c", "Courier", 2, SHARED)))
        .isEmpty();
  }

  @Test
  void shortSentencesAndBoilerplateAreNoRepetition() {
    assertThat(
            repeated(
                article("a", "ca", "Herald", 1, SHORT, "(" + SHARED),
                article("b", "cb", "Herald", 2, SHORT, "(" + SHARED)))
        .isEmpty();
  }
}
