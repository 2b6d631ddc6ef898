package org.parley.jobs.resolve;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.parley.entity.DictionaryEntry;
import org.parley.entity.DictionaryLinker;
import org.parley.entity.Entity;
import org.parley.entity.EntityType;
import org.parley.entity.Gazetteer;
import org.parley.seed.Seeds;

/** Whom the names that no seed knows stand for by the dictionary: a join by form. */
final class DictionaryLinks {
  private DictionaryLinks() {}

  /**
   * Rows of {@link Relinking#LINK}.
   *
   * @param resolved articles with the entities that were found in them
   * @param texts article_id and text
   * @param dictionary rows of {@link DictionaryTable#TYPE}
   */
  static Dataset<Row> of(
      Dataset<Row> resolved, Dataset<Row> texts, Dataset<Row> dictionary, Seeds seeds) {
    Dataset<Row> open =
        resolved
            .select(col("article_id"), explode(col("entities")).as("entity"))
            .where("entity.open")
            .select("article_id", "entity.*");
    Dataset<Row> keyed = open.withColumn("key", lower(col("name")));
    // The names are few and the dictionary is large: it is read past them once.
    Dataset<Row> found =
        dictionary
            .withColumn("key", lower(col("form")))
            .join(broadcast(keyed.select("key").distinct()), "key");
    return keyed
        .join(found, "key")
        .groupBy("article_id")
        .agg(
            sort_array(
                    collect_list(
                        struct(
                            "entity_id", "name", "type", "form", "title", "probability", "forms")))
                .as("names"))
        .join(texts, "article_id")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> links(rows, seeds),
            Encoders.row(Relinking.LINK));
  }

  private static Iterator<Row> links(Iterator<Row> articles, Seeds seeds) {
    var gazetteer = Gazetteer.of(seeds);
    var linker = new DictionaryLinker(gazetteer);
    var all = new ArrayList<Row>();
    articles.forEachRemaining(article -> all.addAll(links(article, gazetteer, linker)));
    return all.iterator();
  }

  private static List<Row> links(Row article, Gazetteer gazetteer, DictionaryLinker linker) {
    var entities = new LinkedHashSet<Entity>();
    var found = new LinkedHashSet<DictionaryEntry>();
    for (Row name : article.<Row>getList(article.fieldIndex("names"))) {
      entities.add(
          new Entity(
              name.getAs("entity_id"),
              name.getAs("name"),
              EntityType.of(name.getAs("type")),
              null));
      found.add(
          new DictionaryEntry(
              name.getAs("form"),
              name.getAs("title"),
              name.getAs("probability"),
              name.getAs("forms")));
    }
    String id = article.getAs("article_id");
    var links = new ArrayList<Row>();
    linker
        .links(entities, article.getAs("text"), found)
        .forEach(
            (from, to) ->
                links.add(
                    RowFactory.create(
                        id,
                        from,
                        to.id(),
                        to.name(),
                        to.type().label(),
                        to.wikidataId(),
                        gazetteer.rollUp(to.id()),
                        DictionaryLinker.RULE,
                        DictionaryLinker.CONFIDENCE)));
    return links;
  }
}
