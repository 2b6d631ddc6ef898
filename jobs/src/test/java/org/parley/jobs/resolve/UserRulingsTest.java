package org.parley.jobs.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.jobs.LocalSpark;
import org.parley.seed.Seeds;

@ExtendWith(LocalSpark.class)
class UserRulingsTest {
  private static final StructType ARTICLE =
      new StructType()
          .add("article_id", DataTypes.StringType)
          .add("mentions", DataTypes.createArrayType(MentionRows.TYPE))
          .add(
              "quotes",
              DataTypes.createArrayType(StructType.fromDDL("speaker_begin int, speaker_id string")))
          .add(
              "entities",
              DataTypes.createArrayType(
                  StructType.fromDDL(
                      "entity_id string, name string, type string, wikidata_id string, roll_up"
                          + " string, open boolean")));

  private static Row mention(int begin, String text, String id) {
    return RowFactory.create(
        0, 0, begin, begin + text.length(), text, "name", id, "name", 0.8, "narrator", null);
  }

  private static Dataset<Row> article(SparkSession spark) {
    var article =
        RowFactory.create(
            "a1",
            new Row[] {
              mention(0, "Venning", "per:venning_3f9ac2d1"), mention(20, "NHA", "org:nha")
            },
            new Row[] {
              RowFactory.create(0, "per:venning_3f9ac2d1"), RowFactory.create(20, "org:nha")
            },
            new Row[] {
              RowFactory.create(
                  "per:venning_3f9ac2d1", "Venning", "person", null, "per:venning_3f9ac2d1", true),
              RowFactory.create("org:nha", "NHA", "organization", null, "org:nha", true)
            });
    return spark.createDataFrame(List.of(article), ARTICLE);
  }

  private static String ruled(SparkSession spark, Seeds seeds) {
    return UserRulings.apply(article(spark), seeds)
        .selectExpr(
            "array_join(transform(mentions, m -> concat(m.entity_id, ' ', m.rule)), ', ')",
            "array_join(transform(quotes, q -> coalesce(q.speaker_id, 'nobody')), ', ')",
            "array_join(transform(entities, e -> concat(e.entity_id, ' ', e.name)), ', ')")
        .first()
        .mkString(" | ");
  }

  @Test
  void holdForTheIdsThatTheTablesShow(SparkSession spark) {
    var seeds =
        Seeds.bundled()
            .with(Seeds.SAME, "entity_id,same_as\nper:venning_3f9ac2d1,per:harold_venning")
            .with(Seeds.RENAME, "entity_id,name\nper:harold_venning,Harold Venning");
    assertThat(ruled(spark, seeds))
        .isEqualTo(
            "per:harold_venning name+same+rename, org:nha name"
                + " | per:harold_venning, org:nha"
                + " | per:harold_venning Harold Venning, org:nha NHA");
  }

  @Test
  void letNobodySpeakWhomTheUserDropped(SparkSession spark) {
    var seeds = Seeds.bundled().with(Seeds.DROP, "alias,entity_id\nNHA,");
    assertThat(ruled(spark, seeds))
        .isEqualTo(
            "per:venning_3f9ac2d1 name | per:venning_3f9ac2d1, nobody"
                + " | per:venning_3f9ac2d1 Venning");
  }

  @Test
  void leaveSpeakersAloneWhoseMentionsBeginAlike(SparkSession spark) {
    var article =
        RowFactory.create(
            "a1",
            new Row[] {
              mention(0, "Norwegian minister", "per:venning_3f9ac2d1"),
              mention(0, "Norwegian", "gpe:norway")
            },
            new Row[] {
              RowFactory.create(0, "per:venning_3f9ac2d1"), RowFactory.create(0, "gpe:norway")
            },
            new Row[] {
              RowFactory.create(
                  "per:venning_3f9ac2d1", "Venning", "person", null, "per:venning_3f9ac2d1", true),
              RowFactory.create("gpe:norway", "Norway", "country", "Q20", "gpe:norway", false)
            });
    var seeds = Seeds.bundled().with(Seeds.RENAME, "entity_id,name\ngpe:norway,Norge");

    var ruled =
        UserRulings.apply(spark.createDataFrame(List.of(article), ARTICLE), seeds)
            .selectExpr("array_join(transform(quotes, q -> q.speaker_id), ', ')")
            .first();

    assertThat(ruled.getString(0)).isEqualTo("per:venning_3f9ac2d1, gpe:norway");
  }

  @Test
  void changeNothingWhereTheUserSaidNothing(SparkSession spark) {
    assertThat(ruled(spark, Seeds.bundled()))
        .startsWith("per:venning_3f9ac2d1 name, org:nha name | per:venning_3f9ac2d1, org:nha | ");
  }
}
