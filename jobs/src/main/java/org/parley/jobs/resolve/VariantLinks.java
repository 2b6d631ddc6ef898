package org.parley.jobs.resolve;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.parley.entity.Entity;
import org.parley.entity.EntityType;
import org.parley.entity.Gazetteer;
import org.parley.entity.Skeleton;
import org.parley.entity.SpellingVariants;
import org.parley.seed.Seeds;

/**
 * Persons whom different articles write differently: grouped by the skeleton of their names, joined
 * where what the articles name beside them agrees.
 */
final class VariantLinks {
  private static final StructType PERSON =
      StructType.fromDDL(
          "entity_id string, name string, wikidata_id string, roll_up string, open boolean,"
              + " articles bigint, context array<string>");
  private static final StructType JOINED =
      StructType.fromDDL(
          "from string, to_id string, to_name string, to_wikidata string, to_roll_up string");

  /** As many entities beside a person are enough to compare two. */
  private static final int CONTEXT = 400;

  private VariantLinks() {}

  /** By the id of each person that is another one: who that is, in all articles. */
  static Map<String, Relinking.Link> of(SparkSession spark, Dataset<Row> resolved, Seeds seeds) {
    Dataset<Row> named =
        resolved
            .withColumn(
                "context",
                expr(
                    "transform(filter(entities, e -> NOT e.open AND e.type <> 'group'),"
                        + " e -> e.entity_id)"))
            .select(col("context"), explode(col("entities")).as("entity"))
            .where("entity.type = 'person' AND entity.name LIKE '% %'")
            .select("context", "entity.*");
    Dataset<Row> known = known(spark, seeds);
    var skeleton = udf((String name) -> Skeleton.of(name), DataTypes.StringType);
    Dataset<Row> keys =
        named
            .select("entity_id", "name", "open")
            .union(known.select("entity_id", "name", "open"))
            .groupBy(skeleton.apply(col("name")).as("key"))
            .agg(collect_set("entity_id").as("ids"), max("open").as("any"))
            .where("key <> '' AND any AND size(ids) > 1")
            .select(col("key"), explode(col("ids")).as("entity_id"));
    Dataset<Row> inTexts =
        named
            .join(keys, "entity_id")
            .groupBy("key", "entity_id")
            .agg(
                max("name").as("name"),
                max("wikidata_id").as("wikidata_id"),
                max("roll_up").as("roll_up"),
                max("open").as("open"),
                count(lit(1)).as("articles"),
                slice(sort_array(array_distinct(flatten(collect_list(col("context"))))), 1, CONTEXT)
                    .as("context"));
    var links = new HashMap<String, Relinking.Link>();
    for (Row row :
        inTexts
            .unionByName(known.join(keys, "entity_id"))
            .groupBy("key")
            .agg(
                sort_array(
                        collect_list(
                            struct(
                                "entity_id",
                                "name",
                                "wikidata_id",
                                "roll_up",
                                "open",
                                "articles",
                                "context")))
                    .as("persons"))
            .mapPartitions(
                (MapPartitionsFunction<Row, Row>) VariantLinks::join, Encoders.row(JOINED))
            .collectAsList()) {
      // A person whose names have two skeletons may be joined by either: the first id is his.
      links.merge(
          row.getAs("from"),
          link(row),
          (one, other) -> one.entityId().compareTo(other.entityId()) <= 0 ? one : other);
    }
    return links;
  }

  private static Relinking.Link link(Row row) {
    return new Relinking.Link(
        row.getAs("to_id"),
        row.getAs("to_name"),
        EntityType.PERSON.label(),
        row.getAs("to_wikidata"),
        row.getAs("to_roll_up"),
        SpellingVariants.RULE,
        SpellingVariants.CONFIDENCE);
  }

  /** The persons of the seeds, each with its country as context. */
  private static Dataset<Row> known(SparkSession spark, Seeds seeds) {
    var gazetteer = Gazetteer.of(seeds);
    var rows = new ArrayList<Row>();
    for (Entity person : gazetteer.persons()) {
      rows.add(
          RowFactory.create(
              person.id(),
              person.name(),
              person.wikidataId(),
              gazetteer.rollUp(person.id()),
              false,
              0L,
              gazetteer.countryOf(person.id()).stream().toArray(String[]::new)));
    }
    return spark.createDataFrame(rows, PERSON);
  }

  private static Iterator<Row> join(Iterator<Row> groups) {
    var rows = new ArrayList<Row>();
    while (groups.hasNext()) {
      join(groups.next().getList(1), rows);
    }
    return rows.iterator();
  }

  private static void join(List<Row> group, List<Row> rows) {
    // A known person has a row of the seeds and perhaps one of the texts.
    Map<String, Row> byId = new HashMap<>();
    Map<String, SpellingVariants.Person> persons = new TreeMap<>();
    for (Row row : group) {
      String id = row.getAs("entity_id");
      byId.put(id, row);
      var entity = new Entity(id, row.getAs("name"), EntityType.PERSON, row.getAs("wikidata_id"));
      var context = new HashSet<String>(row.<String>getList(row.fieldIndex("context")));
      context.remove(id);
      boolean open = row.getAs("open");
      long articles = row.getAs("articles");
      persons.merge(
          id,
          new SpellingVariants.Person(entity, !open, articles, context),
          (one, other) -> {
            var both = new HashSet<>(one.context());
            both.addAll(other.context());
            return new SpellingVariants.Person(
                one.entity(), one.known(), one.articles() + other.articles(), both);
          });
    }
    SpellingVariants.join(List.copyOf(persons.values()))
        .forEach(
            (from, to) -> {
              Row target = byId.get(to.id());
              rows.add(
                  RowFactory.create(
                      from, to.id(), to.name(), to.wikidataId(), target.getAs("roll_up")));
            });
  }
}
