package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.parley.jobs.table.Table;
import org.parley.stats.Burst;

/** Rows of the table {@code bursts}: steps are days, or weeks where a corpus spans over 90 days. */
final class Bursts {
  private static final int MOST_DAYS = 90;

  /** What is named in fewer articles bursts by chance. */
  private static final int LEAST_ARTICLES = 5;

  private Bursts() {}

  /**
   * Finds the bursts of each entity.
   *
   * @param documents article_id, day: the dated articles, a near-duplicate cluster once
   * @param mentions article_id, entity_id
   */
  static Dataset<Row> of(Dataset<Row> documents, Dataset<Row> mentions) {
    var spark = documents.sparkSession();
    var empty = spark.createDataFrame(List.of(), Table.BURSTS.schema().structType());
    Row span = documents.selectExpr("min(day)", "max(day)").head();
    if (span.isNullAt(0)) {
      return empty;
    }
    LocalDate first = span.getDate(0).toLocalDate();
    LocalDate last = span.getDate(1).toLocalDate();
    int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
    int width = days > MOST_DAYS ? 7 : 1;
    var all = new long[(days + width - 1) / width];
    String step = "datediff(day, DATE'%s') DIV %d AS step".formatted(first, width);
    for (Row row : documents.selectExpr(step).groupBy("step").count().collectAsList()) {
      all[Math.toIntExact(row.getLong(0))] = row.getLong(1);
    }
    FlatMapFunction<Row, Row> bursts =
        row -> {
          var relevant = new long[all.length];
          for (Row count : row.<Row>getList(1)) {
            relevant[Math.toIntExact(count.getLong(0))] = count.getLong(1);
          }
          var found = new ArrayList<Row>();
          for (Burst burst : Burst.find(relevant, all)) {
            long articles = 0;
            for (int t = burst.begin(); t < burst.end(); t++) {
              articles += relevant[t];
            }
            LocalDate end = first.plusDays((long) burst.end() * width - 1);
            found.add(
                RowFactory.create(
                    row.getString(0),
                    java.sql.Date.valueOf(first.plusDays((long) burst.begin() * width)),
                    java.sql.Date.valueOf(end.isAfter(last) ? last : end),
                    burst.weight(),
                    articles));
          }
          return found.iterator();
        };
    return mentions
        .select("article_id", "entity_id")
        .distinct()
        .join(documents.selectExpr("article_id", step), "article_id")
        .groupBy("entity_id", "step")
        .count()
        .groupBy("entity_id")
        .agg(
            sort_array(collect_list(struct(col("step"), col("count")))).as("steps"),
            expr("sum(count)").as("articles"))
        .where(col("articles").geq(LEAST_ARTICLES))
        .select("entity_id", "steps")
        .flatMap(bursts, Encoders.row(empty.schema()));
  }
}
