package org.parley.jobs.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.parley.stance.Issue;
import org.parley.stance.Issues;

/** The entities and issues that a page names. */
final class EntitySection {
  private static final String ISSUE = "issue:";

  private EntitySection() {}

  /**
   * Reads entities, and makes them the view {@code report_entities}.
   *
   * @param ids ids of entities and issues
   * @param issues the issues whose labels are known
   */
  static List<ReportData.Entity> read(SparkSession spark, Collection<String> ids, Issues issues) {
    spark
        .createDataset(List.copyOf(ids), Encoders.STRING())
        .toDF("entity_id")
        .createOrReplaceTempView("report_entities");
    Map<String, ReportData.Entity> known = new HashMap<>();
    var found =
        Cells.rows(
            spark,
            "SELECT e.*, n.community, n.pagerank FROM entities e LEFT SEMI JOIN report_entities USING (entity_id)"
                + " LEFT JOIN entity_network n USING (entity_id) ORDER BY cluster_count DESC, mention_count DESC, entity_id",
            EntitySection::entity);
    found.forEach(entity -> known.put(entity.id(), entity));
    var entities = new ArrayList<>(found);
    Map<String, String> labels =
        issues.issues().stream()
            .collect(Collectors.toMap(issue -> ISSUE + issue.id(), Issue::label));
    ids.stream()
        .filter(id -> !known.containsKey(id))
        .sorted()
        .forEach(id -> entities.add(unlisted(id, labels.getOrDefault(id, words(id)))));
    return entities;
  }

  /** The names to show, by id; an unknown id is its own words. */
  static Function<String, String> names(Collection<ReportData.Entity> entities) {
    var names = new HashMap<String, String>();
    entities.forEach(entity -> names.put(entity.id(), entity.name()));
    return id -> names.getOrDefault(id, words(id));
  }

  private static ReportData.Entity entity(Cells row) {
    return new ReportData.Entity(
        row.text("entity_id"),
        row.text("name"),
        row.text("type"),
        row.count("mention_count"),
        row.count("article_count"),
        row.count("cluster_count"),
        row.count("outlet_count"),
        row.text("community"),
        row.measure("pagerank"),
        row.text("wikidata_id"));
  }

  private static ReportData.Entity unlisted(String id, String name) {
    return new ReportData.Entity(
        id, name, id.startsWith(ISSUE) ? "issue" : "other", 0, 0, 0, 0, "", 0, "");
  }

  /** An id as words: issue:border_wall is border wall. */
  private static String words(String id) {
    return id.substring(id.indexOf(':') + 1).replace('_', ' ').strip().toLowerCase(Locale.ROOT);
  }
}
