package org.parley.jobs.cooccur;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.Tables;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

@ExtendWith(LocalSpark.class)
class StatesTest {
  private static final List<WindowKind> KINDS = List.of(WindowKind.SENTENCE, WindowKind.ARTICLE);
  private static final String[] JULY = {
    "('a1', 't1', 'c1', 'Courier', '2025-07-31 23:00:00', '2025-07')",
    "('b1', 't2', 'c2', 'Herald', '2025-07-03 01:00:00', '2025-07')"
  };
  private static final String[] AUGUST = {
    "('a2', 't1', 'c1', 'Bugle', '2025-08-01 01:00:00', '2025-08')",
    "('c1', 't3', 'c3', 'Courier', '2025-08-02 01:00:00', '2025-08')"
  };

  private static States.Input input(SparkSession spark, String... articles) {
    var rows =
        Tables.of(
            spark,
            Table.ARTICLES,
            "article_id, text_id, cluster_id, source, published_at, month",
            articles);
    var annotations =
        rows.selectExpr(
                "text_id",
                "array(named_struct('index', 0, 'paragraph', 0, 'section', 'body', 'begin', 0, 'end', 0)) AS sentences")
            .distinct();
    var mentions =
        rows.selectExpr(
            "article_id",
            "month",
            """
            inline(array(
              struct(0 AS sentence_index, 0 AS paragraph_index, 'narrator' AS voice,
                'gpe:france' AS entity_id, 0 AS begin, 1 AS end),
              struct(0 AS sentence_index, 0 AS paragraph_index, 'narrator' AS voice,
                IF(text_id = 't3', 'gpe:albania', 'org:nato') AS entity_id, 2 AS begin, 3 AS end)))
            """);
    return new States.Input(rows, mentions, annotations);
  }

  private static List<String> counts(States states) {
    var counting = states.counting(KINDS, states.names());
    var entityRows = counting.entityRows(counting.calendar().every());
    var pairs =
        counting.pairRows(counting.calendar().every(), counting.margins(entityRows), Keep.EVERY);
    return new CooccurTables(counting)
            .measured(pairs)
            .selectExpr(
                "concat_ws(' ', context, month, voice, entity_a, entity_b, n_ab, n_a, n_b, n,"
                    + " article_count, text_count, cluster_count, outlet_count, first_seen, last_seen)")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .sorted()
            .toList();
  }

  @Test
  void aNewMonthAloneIsCountedAndTheSumIsTheWhole(
      SparkSession spark, @TempDir Path grown, @TempDir Path atOnce) {
    var states = new States(new Warehouse(spark, grown.toString()));
    String[] both = {JULY[0], JULY[1], AUGUST[0], AUGUST[1]};

    assertThat(states.update(input(spark, JULY), KINDS, 9, "")).containsExactly("2025-07");
    assertThat(states.update(input(spark, both), KINDS, 9, "")).containsExactly("2025-08");
    assertThat(states.update(input(spark, both), KINDS, 9, "")).isEmpty();

    var whole = new States(new Warehouse(spark, atOnce.toString()));
    whole.update(input(spark, both), KINDS, 9, "");
    assertThat(counts(states))
        .isEqualTo(counts(whole))
        .contains(
            "sentence all all gpe:france org:nato 2 3 2 3 3 2 2 3 2025-07-03 2025-08-01",
            "sentence 2025-08 all gpe:albania gpe:france 1 1 1 1 1 1 1 1 2025-08-02 2025-08-02");
  }
}
