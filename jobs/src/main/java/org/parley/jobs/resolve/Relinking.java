package org.parley.jobs.resolve;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Puts other entities in the place of some of an article's, wherever they stand in it. */
final class Relinking {
  /** A row an entity of an article that is another one: which, whom, by which rule. */
  static final StructType LINK =
      StructType.fromDDL(
          "article_id string, from string, entity_id string, name string, type string,"
              + " wikidata_id string, roll_up string, rule string, confidence double");

  private Relinking() {}

  /**
   * Who takes an entity's place.
   *
   * @param rule,confidence of the names that are linked so
   */
  record Link(
      String entityId,
      String name,
      String type,
      String wikidataId,
      String rollUp,
      String rule,
      double confidence)
      implements Serializable {}

  /**
   * The articles with their links in place.
   *
   * @param resolved rows of {@link ResolveJob}'s articles
   * @param links rows of {@link #LINK}
   */
  static Dataset<Row> apply(Dataset<Row> resolved, Dataset<Row> links) {
    var type = resolved.schema();
    Dataset<Row> byArticle =
        links
            .groupBy("article_id")
            .agg(
                sort_array(
                        collect_list(
                            struct(
                                col("from"),
                                col("entity_id"),
                                col("name"),
                                col("type"),
                                col("wikidata_id"),
                                col("roll_up"),
                                col("rule"),
                                col("confidence"))))
                    .as("links"));
    return resolved
        .join(byArticle, new String[] {"article_id"}, "left")
        .map((MapFunction<Row, Row>) row -> relinked(row, type, links(row)), Encoders.row(type));
  }

  /** The links of an article, in its last column. */
  private static Map<String, Link> links(Row article) {
    var byId = new HashMap<String, Link>();
    if (!article.isNullAt(article.size() - 1)) {
      for (Row link : article.<Row>getList(article.size() - 1)) {
        byId.putIfAbsent(
            link.getAs("from"),
            new Link(
                link.getAs("entity_id"),
                link.getAs("name"),
                link.getAs("type"),
                link.getAs("wikidata_id"),
                link.getAs("roll_up"),
                link.getAs("rule"),
                link.getAs("confidence")));
      }
    }
    return byId;
  }

  /**
   * An article with links in place.
   *
   * @param type of the article's row
   * @param links who takes the place of which entity, by its id
   */
  static Row relinked(Row article, StructType type, Map<String, Link> links) {
    var cells = new Object[type.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = article.get(i);
    }
    List<Row> entities = article.getList(article.fieldIndex("entities"));
    if (entities.stream()
        .anyMatch(entity -> links.containsKey(entity.<String>getAs("entity_id")))) {
      set(cells, type, "mentions", mentions(article, links));
      set(cells, type, "quotes", quotes(article, links));
      set(cells, type, "entities", entities(entities, links));
    }
    return RowFactory.create(cells);
  }

  private static void set(Object[] cells, StructType type, String column, List<Row> rows) {
    cells[type.fieldIndex(column)] = rows.toArray(Row[]::new);
  }

  /** A name takes the rule of its link; whatever took up the name keeps its own. */
  private static List<Row> mentions(Row article, Map<String, Link> links) {
    var rows = new ArrayList<Row>();
    for (Row mention : article.<Row>getList(article.fieldIndex("mentions"))) {
      var link = links.get(mention.<String>getAs("entity_id"));
      if (link == null) {
        rows.add(mention);
        continue;
      }
      var changed = new LinkedHashMap<String, Object>();
      changed.put("entity_id", link.entityId());
      if ("name".equals(mention.getAs("kind"))) {
        double confidence = mention.getAs("confidence");
        changed.put("rule", link.rule());
        changed.put("confidence", Math.min(confidence, link.confidence()));
      }
      rows.add(with(mention, changed));
    }
    return rows;
  }

  private static List<Row> quotes(Row article, Map<String, Link> links) {
    var rows = new ArrayList<Row>();
    for (Row quote : article.<Row>getList(article.fieldIndex("quotes"))) {
      var link = links.get(quote.<String>getAs("speaker_id"));
      rows.add(link == null ? quote : with(quote, Map.of("speaker_id", link.entityId())));
    }
    return rows;
  }

  private static List<Row> entities(List<Row> before, Map<String, Link> links) {
    var rows = new LinkedHashMap<String, Row>();
    for (Row entity : before) {
      var link = links.get(entity.<String>getAs("entity_id"));
      if (link == null) {
        rows.putIfAbsent(entity.getAs("entity_id"), entity);
        continue;
      }
      var changed = new LinkedHashMap<String, Object>();
      changed.put("entity_id", link.entityId());
      changed.put("name", link.name());
      changed.put("type", link.type());
      changed.put("wikidata_id", link.wikidataId());
      changed.put("roll_up", link.rollUp());
      rows.putIfAbsent(link.entityId(), with(entity, changed));
    }
    return List.copyOf(rows.values());
  }

  /** A row with other values in some columns. */
  static Row with(Row row, Map<String, Object> changed) {
    var names = row.schema().fieldNames();
    var cells = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      cells[i] = changed.containsKey(names[i]) ? changed.get(names[i]) : row.get(i);
    }
    return RowFactory.create(cells);
  }
}
