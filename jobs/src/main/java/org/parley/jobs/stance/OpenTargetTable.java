package org.parley.jobs.stance;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.parley.stance.OpenTargetGroups;
import org.parley.stance.OpenTargetGroups.Wording;

/** Rows of the table {@code open_targets}: matters of dispute that are none of the issues. */
final class OpenTargetTable {
  /** Wordings that are put together, the most frequent first; others stand alone. */
  static final int MOST_GROUPED = 20_000;

  private OpenTargetTable() {}

  /**
   * Groups the open targets of the evidence.
   *
   * @param evidence rows of stance_evidence
   * @param articles article_id, cluster_id, source
   */
  static Dataset<Row> of(Dataset<Row> evidence, Dataset<Row> articles, OpenTargetGroups groups) {
    var rows =
        evidence
            .where("target_kind = 'open' AND NOT struck")
            .join(articles.select("article_id", "cluster_id", "source"), "article_id");
    var frequent =
        rows
            .groupBy("target_id")
            .agg(
                expr("mode(target_text, true)").as("text"),
                expr("count(DISTINCT cluster_id)").as("clusters"))
            .orderBy(expr("clusters DESC"), expr("target_id"))
            .limit(MOST_GROUPED)
            .collectAsList()
            .stream()
            .map(row -> new Wording(row.getString(0), row.getString(1), row.getLong(2)))
            .toList();
    var of =
        groups.group(frequent).entrySet().stream()
            .map(entry -> RowFactory.create(entry.getKey(), entry.getValue()))
            .toList();
    var grouped =
        rows.sparkSession()
            .createDataFrame(of, StructType.fromDDL("target_id string, group_id string"));
    return rows.join(grouped, new String[] {"target_id"}, "left")
        .withColumn("group_id", expr("coalesce(group_id, target_id)"))
        .groupBy("group_id")
        .agg(
            expr("sort_array(collect_set(target_id))").as("target_ids"),
            expr("mode(target_text, true)").as("label"),
            expr("count(*)").as("evidence_count"),
            expr("count(DISTINCT article_id)").as("article_count"),
            expr("count(DISTINCT cluster_id)").as("cluster_count"),
            expr("count(DISTINCT source)").as("outlet_count"),
            expr("count(DISTINCT holder_id)").as("holder_count"),
            expr("count_if(polarity > 0)").as("favour_count"),
            expr("count_if(polarity < 0)").as("against_count"),
            expr("slice(sort_array(collect_set(named_struct('holder_id', holder_id, 'polarity',"
                    + " polarity, 'article_id', article_id, 'sentence_index', sentence_index,"
                    + " 'target_text', target_text, 'evidence', evidence))), 1, 5)")
                .as("examples"));
  }
}
