package org.parley.jobs.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.jobs.LocalSpark;

@ExtendWith(LocalSpark.class)
class NamesakeLinksTest {
  private static final String ID = "per:harold_venning";
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
                          + " string, open boolean")))
          .add("traits", DataTypes.createArrayType(NamesakeLinks.TRAIT));

  private static Row article(String article, String country) {
    return RowFactory.create(
        article,
        new Row[] {
          RowFactory.create(
              0, 0, 0, 14, "Harold Venning", "name", ID, "name", 0.8, "narrator", null)
        },
        new Row[] {RowFactory.create(0, ID)},
        new Row[] {RowFactory.create(ID, "Harold Venning", "person", null, ID, true)},
        country == null
            ? new Row[0]
            : new Row[] {RowFactory.create(ID, "Harold Venning", country, null, null)});
  }

  private static List<String> apart(SparkSession spark, Row... articles) {
    return NamesakeLinks.apply(spark.createDataFrame(List.of(articles), ARTICLE), Map.of())
        .orderBy("article_id")
        .selectExpr(
            "concat_ws(' ', article_id, mentions[0].entity_id, mentions[0].rule,"
                + " quotes[0].speaker_id, entities[0].entity_id)")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void getIdsOfTheirOwnInTheArticlesThatContradictTheOthers(SparkSession spark) {
    assertThat(
            apart(
                spark,
                article("a1", "gpe:finland"),
                article("a2", "gpe:finland"),
                article("a3", "gpe:france"),
                article("a4", null)))
        .containsExactly(
            "a1 " + ID + " name " + ID + " " + ID,
            "a2 " + ID + " name " + ID + " " + ID,
            "a3 " + ID + "_france namesake " + ID + "_france " + ID + "_france",
            "a4 " + ID + " name " + ID + " " + ID);
  }

  @Test
  void areOnePersonWhereNoArticleContradictsAnother(SparkSession spark) {
    assertThat(apart(spark, article("a1", "gpe:finland"), article("a2", null)))
        .containsExactly(
            "a1 " + ID + " name " + ID + " " + ID, "a2 " + ID + " name " + ID + " " + ID);
  }
}
