package org.parley.jobs.cooccur;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.parley.entity.Gazetteer;
import org.parley.seed.Seeds;

/**
 * Pairs which are no finding: an institution, a group or a place and the country that it is a part
 * of, a group and those whose members it names ("the company's workers", "House Democrats"), a
 * person and the country or institution in which that person held an office at the time, a governor
 * or senator and the state.
 */
final class PartOf {
  private static final StructType KNOWN =
      new StructType()
          .add("x", DataTypes.StringType)
          .add("y", DataTypes.StringType)
          .add("since", DataTypes.StringType)
          .add("until", DataTypes.StringType);

  /**
   * part_a, part_b (in the order of ids), since, until: the days between which it holds, null
   * without a bound.
   */
  static final StructType PAIRS =
      StructType.fromDDL("part_a string, part_b string, since date, until date");

  private final List<Row> pairs;

  private PartOf(List<Row> pairs) {
    this.pairs = pairs;
  }

  /**
   * The pairs.
   *
   * @param entities the entities table: an entity and its roll-up are a pair
   * @param seeds whose places, states and offices make the other pairs
   */
  static PartOf of(Dataset<Row> entities, Seeds seeds) {
    return new PartOf(pairs(entities, seeds).sort("part_a", "part_b").collectAsList());
  }

  /** Rows of part_a, part_b, since, until. */
  List<Row> rows() {
    return pairs;
  }

  /** A digest of the pairs of entities that are both named in a month. */
  String digest(StateDictionary names, String month) {
    var named = new StringBuilder();
    for (Row pair : pairs) {
      if (names.isNamed(pair.getString(0), month) && names.isNamed(pair.getString(1), month)) {
        named.append(pair);
      }
    }
    return UUID.nameUUIDFromBytes(named.toString().getBytes(UTF_8)).toString();
  }

  private static Dataset<Row> pairs(Dataset<Row> entities, Seeds seeds) {
    var rollUps =
        entities.selectExpr(
            "entity_id AS x",
            "roll_up AS y",
            "CAST(NULL AS STRING) AS since",
            "CAST(NULL AS STRING) AS until");
    var known = entities.sparkSession().createDataFrame(known(seeds), KNOWN);
    return rollUps
        .where("y IS NOT NULL AND x != y")
        .unionByName(members(entities))
        .unionByName(known)
        .selectExpr(
            "least(x, y) AS part_a",
            "greatest(x, y) AS part_b",
            "CAST(nullif(since, '') AS DATE) AS since",
            "CAST(nullif(until, '') AS DATE) AS until")
        .groupBy("part_a", "part_b")
        .agg(
            expr("IF(bool_or(since IS NULL), NULL, min(since))").as("since"),
            expr("IF(bool_or(until IS NULL), NULL, max(until))").as("until"));
  }

  /** A group carries in its id whose it is: {@code grp:workers_of_example_media}. */
  private static Dataset<Row> members(Dataset<Row> entities) {
    var groups =
        entities
            .selectExpr(
                "entity_id AS x", "regexp_extract(entity_id, '^grp:.+?_of_(.+)$', 1) AS owner")
            .where("owner != ''");
    var owners =
        entities
            .where("entity_id NOT LIKE 'grp:%'")
            .selectExpr("entity_id AS y", "split_part(entity_id, ':', 2) AS owner");
    return groups
        .join(owners, "owner")
        .selectExpr("x", "y", "CAST(NULL AS STRING) AS since", "CAST(NULL AS STRING) AS until");
  }

  private static List<Row> known(Seeds seeds) {
    var rows = new ArrayList<Row>(caucuses(seeds));
    for (var place : seeds.csv("entities/places.csv")) {
      if (!place.get("country").isEmpty()) {
        rows.add(always(place.get("id"), place.get("country")));
      }
    }
    for (var state : seeds.csv("entities/states.csv")) {
      for (var column : List.of("governors", "senators")) {
        for (var person : state.get(column).split("\\|", -1)) {
          rows.add(always(person, state.get("place_id")));
        }
      }
    }
    rows.addAll(offices(seeds));
    return rows;
  }

  /** The members of a party in a chamber are of both. */
  private static List<Row> caucuses(Seeds seeds) {
    var gazetteer = Gazetteer.of(seeds);
    var rows = new ArrayList<Row>();
    for (var chamber : groupWords(seeds, "chamber", "\\|")) {
      for (var party : groupWords(seeds, "party", " ")) {
        var id = "grp:" + (chamber + "_" + party).toLowerCase(Locale.ROOT);
        for (var whole : List.of(chamber, party)) {
          gazetteer.named(whole).ifPresent(of -> rows.add(always(id, of.id())));
        }
      }
    }
    return rows;
  }

  private static List<String> groupWords(Seeds seeds, String kind, String separator) {
    return seeds.csv("entities/groups.csv").stream()
        .filter(row -> row.get("kind").equals(kind))
        .flatMap(row -> Arrays.stream(row.get("words").split(separator, -1)))
        .toList();
  }

  private static Row always(String part, String of) {
    return RowFactory.create(part, of, "", "");
  }

  private static List<Row> offices(Seeds seeds) {
    var gazetteer = Gazetteer.of(seeds);
    var rows = new ArrayList<Row>();
    for (var office : seeds.csv("entities/offices.csv")) {
      var person = office.get("person_id");
      var holderOf = office.get("holder_of");
      var country = gazetteer.rollUp(holderOf);
      rows.add(RowFactory.create(person, holderOf, office.get("from"), office.get("to")));
      if (!country.equals(holderOf)) {
        rows.add(RowFactory.create(person, country, office.get("from"), office.get("to")));
      }
    }
    return rows;
  }
}
