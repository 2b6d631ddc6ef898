package org.parley.jobs.stance;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.parley.entity.Gazetteer;
import org.parley.entity.Parties;
import org.parley.seed.Seeds;

/**
 * Statistics of the same evidence in other groups than {@link StanceStats}: outlet by outlet,
 * channel by channel, past and now apart; and persons as those for whom they held an office, or as
 * their party.
 */
final class StanceGroups {
  /**
   * For whom persons count: those for whom they held an office, and apart from that their party.
   */
  private static final String OFFICE = "office";

  private static final String PARTY = "party";

  private StanceGroups() {}

  /**
   * Rows of the table {@code stance_breakdown}: each dimension's values apart. Past stances count
   * under the dimension time only.
   */
  static Dataset<Row> breakdown(Dataset<Row> evidence, Dataset<Row> articles) {
    var rows = StanceStats.counted(evidence, articles);
    var now = rows.where("time != 'past'");
    var parts =
        now.where("source IS NOT NULL")
            .withColumn("dimension", expr("'outlet'"))
            .withColumn("value", col("source"))
            .unionByName(
                now.withColumn("dimension", expr("'channel'")).withColumn("value", col("channel")))
            .unionByName(
                rows.withColumn("dimension", expr("'time'")).withColumn("value", col("time")));
    return StanceStats.summed(parts, "holder_id", "target_id", "target_kind", "dimension", "value");
  }

  /**
   * Rows of the table {@code stance_rollup}: a person's stance is that of the governments and
   * organisations for which he held an office on the day of the article, and an organ's that of its
   * state; apart from that, it is that of the party he then belonged to. Holders who act for nobody
   * but themselves are left out.
   */
  static Dataset<Row> rollup(Dataset<Row> evidence, Dataset<Row> articles, Seeds seeds) {
    var rows = StanceStats.counted(evidence, articles).where("time != 'past'");
    var pairs = rows.select("holder_id", "day").distinct().coalesce(4);
    var type = StructType.fromDDL("holder_id string, day date, unit string, group_id string");
    var groups =
        pairs.mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                holders -> {
                  var gazetteer = Gazetteer.of(seeds);
                  var parties = Parties.of(seeds);
                  var found = new ArrayList<Row>();
                  holders.forEachRemaining(row -> groups(gazetteer, parties, row, found));
                  return found.iterator();
                },
            Encoders.row(type));
    var rolled =
        rows.join(
                groups,
                rows.col("holder_id")
                    .equalTo(groups.col("holder_id"))
                    .and(rows.col("day").eqNullSafe(groups.col("day"))))
            .drop(groups.col("holder_id"))
            .drop(groups.col("day"))
            .where("group_id != target_id");
    var people =
        rolled
            .groupBy("unit", "group_id", "target_id", "target_kind")
            .agg(expr("sort_array(collect_set(holder_id))").as("holders"));
    return StanceStats.summed(rolled, "unit", "group_id", "target_id", "target_kind")
        .join(people, new String[] {"unit", "group_id", "target_id", "target_kind"});
  }

  private static void groups(Gazetteer gazetteer, Parties parties, Row row, List<Row> found) {
    String holder = row.getString(0);
    Date date = row.getDate(1);
    LocalDate day = date == null ? null : date.toLocalDate();
    String state = gazetteer.countsFor(holder);
    if (!holder.startsWith("per:")) {
      found.add(RowFactory.create(holder, date, OFFICE, state));
    } else if (day != null) {
      gazetteer.holderOf(holder, day).stream()
          .map(gazetteer::rollUp)
          // Two offices of one state are one voice.
          .distinct()
          .forEach(group -> found.add(RowFactory.create(holder, date, OFFICE, group)));
      parties
          .of(holder, day)
          .forEach(party -> found.add(RowFactory.create(holder, date, PARTY, party)));
    }
  }
}
