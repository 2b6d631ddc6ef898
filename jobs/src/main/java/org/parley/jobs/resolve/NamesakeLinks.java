package org.parley.jobs.resolve;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.parley.entity.Entity;
import org.parley.entity.EntityType;
import org.parley.entity.Namesakes;

/**
 * Puts spelling variants in place, and tells persons of one name apart where what the articles tell
 * of them is a contradiction. Both in one pass over the articles.
 */
final class NamesakeLinks {
  private NamesakeLinks() {}

  /** What an article tells of a person whom nobody knows. */
  static final StructType TRAIT =
      StructType.fromDDL("entity_id string, name string, country string, born int, calling string");

  /**
   * The articles with variants joined and each namesake under an id of his own.
   *
   * @param resolved rows of {@link ArticleResolver#TYPE}
   * @param variants by the id of each person that is another one: who that is, in all articles
   */
  static Dataset<Row> apply(Dataset<Row> resolved, Map<String, Relinking.Link> variants) {
    var namesakes = namesakes(resolved, variants);
    if (variants.isEmpty() && namesakes.isEmpty()) {
      return resolved;
    }
    var type = resolved.schema();
    return resolved.map(
        (MapFunction<Row, Row>)
            row -> Relinking.relinked(row, type, here(row, variants, namesakes)),
        Encoders.row(type));
  }

  /**
   * By the id of a person and what an article tells of him: who that is. Who is a variant of
   * somebody is not told apart.
   */
  private static Map<String, Map<Namesakes.Trait, Relinking.Link>> namesakes(
      Dataset<Row> resolved, Map<String, Relinking.Link> variants) {
    var namesakes = new HashMap<String, Map<Namesakes.Trait, Relinking.Link>>();
    for (Row row : traits(resolved).collectAsList()) {
      if (variants.containsKey(row.getString(0))) {
        continue;
      }
      var articles = new HashMap<Namesakes.Trait, Long>();
      row.<Row>getList(2).forEach(trait -> articles.merge(trait(trait), 1L, Long::sum));
      var person = new Entity(row.getString(0), row.getString(1), EntityType.PERSON, null);
      var others = new HashMap<Namesakes.Trait, Relinking.Link>();
      Namesakes.split(person, articles).forEach((trait, other) -> others.put(trait, link(other)));
      if (!others.isEmpty()) {
        namesakes.put(person.id(), others);
      }
    }
    return namesakes;
  }

  /** A row a person of whom articles tell different things: what each of them tells. */
  private static Dataset<Row> traits(Dataset<Row> resolved) {
    return resolved
        .select(explode(col("traits")).as("trait"))
        .select("trait.*")
        .groupBy("entity_id")
        .agg(
            max("name").as("name"), collect_list(struct("country", "born", "calling")).as("traits"))
        .where("size(array_distinct(traits)) > 1");
  }

  private static Namesakes.Trait trait(Row row) {
    return new Namesakes.Trait(row.getAs("country"), row.getAs("born"), row.getAs("calling"));
  }

  private static Relinking.Link link(Entity person) {
    return new Relinking.Link(
        person.id(),
        person.name(),
        EntityType.PERSON.label(),
        null,
        person.id(),
        Namesakes.RULE,
        Namesakes.CONFIDENCE);
  }

  private static Map<String, Relinking.Link> here(
      Row article,
      Map<String, Relinking.Link> variants,
      Map<String, Map<Namesakes.Trait, Relinking.Link>> namesakes) {
    var here = new HashMap<String, Relinking.Link>();
    for (Row entity : article.<Row>getList(article.fieldIndex("entities"))) {
      String id = entity.getAs("entity_id");
      if (variants.containsKey(id)) {
        here.put(id, variants.get(id));
      }
    }
    for (Row trait : article.<Row>getList(article.fieldIndex("traits"))) {
      String id = trait.getAs("entity_id");
      var link = namesakes.getOrDefault(id, Map.of()).get(trait(trait));
      if (link != null) {
        here.put(id, link);
      }
    }
    return here;
  }
}
