package org.parley.jobs.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;
import org.parley.seed.Seeds;

@ExtendWith(LocalSpark.class)
class DictionaryLinksTest {
  private static final StructType RESOLVED =
      StructType.fromDDL(
          "article_id string, mentions array<struct<text string, kind string, entity_id string,"
              + " rule string, confidence double>>, quotes array<struct<speaker_id string>>,"
              + " entities array<struct<entity_id string, name string, type string, wikidata_id"
              + " string, roll_up string, open boolean>>");

  @TempDir private Path folder;

  /** A jar as CoreNLP's, with a dictionary of a few lines. */
  private Path jar() throws Exception {
    var jar = folder.resolve("dictionary.jar");
    try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("edu/stanford/nlp/models/kbp/english/wikidict.tab.gz"));
      var gzip = new GZIPOutputStream(zip);
      gzip.write(
          """
          Harold Venning\tHarold_Venning\t1.0
          H. Venning\tHarold_Venning\t0.97
          Harry Venning\tHarold_Venning\t0.97
          Peter Stoll\tPeter_Stoll\t1.0
          """
              .getBytes(StandardCharsets.UTF_8));
      gzip.finish();
    }
    return jar;
  }

  @Test
  void joinsNamesWithTheDictionary(SparkSession spark) throws Exception {
    var dictionary = new DictionaryTable(spark, folder.toString()).of(jar().toString());
    assertThat(dictionary.count()).isEqualTo(3);
    var resolved =
        spark.createDataFrame(
            List.of(article("a1", "H. Venning"), article("a2", "Peter Stoll")), RESOLVED);
    var texts = resolved.selectExpr("article_id", "'a text' AS text");
    var links = DictionaryLinks.of(resolved, texts, dictionary, Seeds.bundled());
    var rows =
        Relinking.apply(resolved, links)
            .orderBy("article_id")
            .selectExpr(
                "article_id",
                "mentions.entity_id",
                "mentions.rule",
                "quotes[0].speaker_id",
                "entities[0].name")
            .collectAsList();
    assertThat(rows)
        .extracting(Row::toString)
        .containsExactly(
            "[a1,ArraySeq(per:harold_venning, per:harold_venning),ArraySeq(dictionary,"
                + " pronoun-subject),per:harold_venning,Harold Venning]",
            "[a2,ArraySeq(per:x, per:x),ArraySeq(full-name, pronoun-subject),per:x,Peter Stoll]");
  }

  private static Row article(String id, String name) {
    return RowFactory.create(
        id,
        new Row[] {
          RowFactory.create(name, "name", "per:x", "full-name", 0.95),
          RowFactory.create("he", "pronoun", "per:x", "pronoun-subject", 0.75)
        },
        new Row[] {RowFactory.create("per:x")},
        new Row[] {RowFactory.create("per:x", name, "person", null, "per:x", true)});
  }

  @Test
  void saysHowToGetADictionaryThatIsNotThere() {
    assertThatThrownBy(() -> WikiDict.jar("/no/such.jar"))
        .hasMessage(
            "there is no dictionary /no/such.jar: get it with mvn dependency:get"
                + " -Dartifact=edu.stanford.nlp:stanford-corenlp:4.5.10:jar:models-english-kbp, or"
                + " give the path of that jar");
  }
}
