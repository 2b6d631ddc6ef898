package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/** From what each cluster adds to the counts of each month, and of all months together. */
final class Slices {
  private static final Column OUTLETS = expr("count_if(outlet > 0)").as("outlet_count");

  private static final Column[] COLUMNS =
      Stream.of(
              "key",
              "month_code",
              "n",
              "article_count",
              "text_count",
              "cluster_count",
              "outlet_count",
              "first_seen",
              "last_seen")
          .map(name -> col(name))
          .toArray(Column[]::new);

  private Slices() {}

  /**
   * Sums rows of {@link ClusterCount}. What is in copies only, and so in no window that counts, is
   * left out.
   *
   * @return key, month_code ({@link ClusterCount#ALL} for all months together), n, article_count,
   *     text_count, cluster_count, outlet_count, first_seen, last_seen
   */
  static Dataset<Row> sum(Dataset<Row> counts) {
    // Every sum is by key at least, so one exchange serves them all.
    var byOutlet =
        summed(
            counts
                .selectExpr(
                    "key",
                    "month_code",
                    "outlet",
                    "windows AS n",
                    "articles AS article_count",
                    "texts AS text_count",
                    "clusters AS cluster_count",
                    "day AS first_seen",
                    "day AS last_seen")
                .repartition(col("key"))
                .groupBy("key", "month_code", "outlet"));
    var months =
        summed(
            byOutlet
                .where(col("month_code").notEqual(ClusterCount.ALL))
                .groupBy("key", "month_code"),
            OUTLETS);
    var all =
        summed(summed(byOutlet.groupBy("key", "outlet")).groupBy("key"), OUTLETS)
            .withColumn("month_code", lit(ClusterCount.ALL));
    return months.select(COLUMNS).unionByName(all.select(COLUMNS)).where("n > 0");
  }

  private static Dataset<Row> summed(RelationalGroupedDataset groups, Column... more) {
    return groups.agg(
        expr("sum(n)").as("n"),
        Stream.concat(
                Stream.of(
                    expr("sum(article_count)").as("article_count"),
                    expr("sum(text_count)").as("text_count"),
                    expr("sum(cluster_count)").as("cluster_count"),
                    expr("min(first_seen)").as("first_seen"),
                    expr("max(last_seen)").as("last_seen")),
                Stream.of(more))
            .toArray(Column[]::new));
  }
}
