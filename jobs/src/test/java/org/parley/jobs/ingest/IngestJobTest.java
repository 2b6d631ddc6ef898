package org.parley.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

@ExtendWith(LocalSpark.class)
final class IngestJobTest {
  private static final String STORY =
      "The harbour council of Eastmouth voted on Tuesday to reopen the old ferry line to Sandholm."
          + " Seven members were for the plan and two were against it, the council said in a"
          + " statement. The first boat is to leave in May if the pier is repaired by then. Fishermen"
          + " had asked for the line since it was closed eleven years ago, when a storm broke the"
          + " landing stage. The cost of the repair is put at four million crowns, of which the"
          + " province pays half. A spokesperson for the province said the money was ready and that"
          + " the work could begin as soon as the ice was gone. The island has ninety inhabitants,"
          + " one school and no doctor, and the nearest bridge is forty kilometres away.";

  @TempDir private Path folder;

  private final SparkSession spark;

  IngestJobTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void everyRecordIsAnArticleOrAReject() throws IOException {
    write("in/a.txt", "Ferry line returns\n\n" + STORY);
    write("in/b.jsonl", json("Council votes", STORY, "2025-03-04") + "{\"text\": \n");
    write("in/deep/c.csv", "title,body\nX,\"" + STORY.replace("ferry", "boat") + "\"\nY,\n");

    var result = ingest();

    assertThat(result.records()).isEqualTo(5);
    assertThat(result.articles()).isEqualTo(3);
    assertThat(result.rejects()).isEqualTo(Map.of("malformed_json", 1L, "empty_text", 1L));
    assertThat(result.summary())
        .isEqualTo(
            "ingest: 3 files, 5 records = 3 articles (3 texts, 1 after near-duplicates)"
                + " + 2 rejects {empty_text=1, malformed_json=1}");
  }

  @Test
  void columnsOfAnArticleAreFilled() throws IOException {
    write(
        "in/a.jsonl",
        "{\"title\": \"Ferry\", \"text\": \""
            + STORY
            + "\", \"url\": \"https://www.example.org/ferry\", \"date\": \"Aug. 18, 2025\","
            + " \"byline\": \"By Ann Lee and Bo Roy\"}");

    ingest();

    Row article = warehouse().read(Table.ARTICLES).head();
    assertThat(article.<String>getAs("source")).isEqualTo("example.org");
    assertThat(article.<String>getAs("month")).isEqualTo("2025-08");
    assertThat(article.getAs("published_at").toString()).isEqualTo("2025-08-18 00:00:00.0");
    assertThat(article.getList(article.fieldIndex("authors")))
        .isEqualTo(List.of("Ann Lee", "Bo Roy"));
    assertThat(article.<String>getAs("text")).startsWith("Ferry").endsWith(STORY);
    assertThat(article.<Integer>getAs("char_count"))
        .isEqualTo(article.<String>getAs("text").length());
  }

  @Test
  void impossibleDateLeavesAnArticleUndated() throws IOException {
    write("in/a.jsonl", json("Ferry", STORY, "2025-02-30"));

    ingest();

    Row article = warehouse().read(Table.ARTICLES).head();
    assertThat(article.<Object>getAs("published_at")).isNull();
    assertThat(article.<String>getAs("month")).isEqualTo("unknown");
  }

  @Test
  void addressThatIsNotOfTheWebIsDropped() throws IOException {
    write("in/a.jsonl", "{\"text\": \"" + STORY + "\", \"url\": \"javascript:alert(1)\"}");

    ingest();

    assertThat(warehouse().read(Table.ARTICLES).head().<Object>getAs("url")).isNull();
  }

  @Test
  void otherLanguagesAreRejectedWithTheirCode() throws IOException {
    write(
        "in/a.txt",
        "Fähre kehrt zurück\n\nDer Hafenrat beschloss am Dienstag, die alte Fährlinie zur Insel"
            + " wieder zu öffnen. Die Fischer hatten seit elf Jahren darum gebeten, sagte eine"
            + " Sprecherin. Das erste Schiff soll im Mai fahren, wenn der Steg bis dahin fertig ist.");

    ingest();

    Row reject = warehouse().read(Table.REJECTS).head();
    assertThat(reject.<String>getAs("reason")).isEqualTo("not_english");
    assertThat(reject.<String>getAs("detail")).isEqualTo("de");
  }

  @Test
  void sameRecordTwiceIsOneArticle() throws IOException {
    write("in/a.jsonl", json("Ferry", STORY, "2025-03-04"));
    write("in/b.jsonl", json("Ferry", STORY, "2025-03-04"));

    var result = ingest();

    assertThat(result.articles()).isEqualTo(1);
    assertThat(result.rejects()).isEqualTo(Map.of("duplicate_record", 1L));
    assertThat(warehouse().read(Table.ARTICLES).head().<String>getAs("input_uri"))
        .endsWith("a.jsonl");
  }

  @Test
  void copiesShareTextOrCluster() throws IOException {
    write("in/a.jsonl", json("Ferry", STORY, "2025-03-04") + json("Ferry", STORY, "2025-03-05"));
    write("in/b.jsonl", json("Ferry", STORY.replace("ninety", "eighty"), "2025-03-06"));
    write("in/c.jsonl", json("Other", STORY.replaceAll("(\\w+) (\\w+)", "$2 $1"), "2025-03-07"));

    var result = ingest();

    assertThat(result.articles()).isEqualTo(4);
    assertThat(result.texts()).isEqualTo(3);
    assertThat(result.clusters()).isEqualTo(2);
  }

  @Test
  void orderOfTheInputDoesNotMatter() throws IOException {
    String first = json("Ferry", STORY, "2025-03-04");
    String second = json("Boat", STORY.replace("ninety", "eighty"), "2025-03-05");
    String third = json("Pier", STORY.replace("Seven", "Six"), "2025-03-06");
    write("in/a.jsonl", first + second + third);
    ingest();
    var ids = ids();

    write("in/a.jsonl", third + first);
    write("in/b.jsonl", second);
    ingest();

    assertThat(ids()).isEqualTo(ids);
  }

  @Test
  void secondRunGivesTheSameTables() throws IOException {
    write("in/a.jsonl", json("Ferry", STORY, "2025-03-04") + "{}\n");
    ingest();
    var articles = warehouse().read(Table.ARTICLES).collectAsList();
    var rejects = warehouse().read(Table.REJECTS).collectAsList();

    ingest();

    assertThat(warehouse().read(Table.ARTICLES).collectAsList()).isEqualTo(articles);
    assertThat(warehouse().read(Table.REJECTS).collectAsList()).isEqualTo(rejects);
  }

  @Test
  void parquetIsReadWithItsTypes() throws IOException {
    spark
        .sql(
            "select 'Ferry' as title, '"
                + STORY
                + "' as content, timestamp'2025-08-18 10:30:00' as published_at,"
                + " array('Ann Lee', 'Bo Roy') as authors")
        .coalesce(1)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(folder.resolve("in").toString());

    ingest();

    Row article = warehouse().read(Table.ARTICLES).head();
    assertThat(article.<String>getAs("title")).isEqualTo("Ferry");
    assertThat(article.getAs("published_at").toString()).isEqualTo("2025-08-18 10:30:00.0");
    assertThat(article.getList(article.fieldIndex("authors")))
        .isEqualTo(List.of("Ann Lee", "Bo Roy"));
  }

  @Test
  void withoutCleaningTheTextIsTheInput() throws IOException {
    String text = "Ferry line returns\r\n\r\n  " + STORY + " \n";
    write("in/a.txt", text);

    IngestJob.run(spark, config().withCleaning(Cleaning.NONE), RunMetrics.start());

    assertThat(warehouse().read(Table.ARTICLES).head().<String>getAs("text")).isEqualTo(text);
  }

  @Test
  void missingTextColumnEverywhereIsAnError() throws IOException {
    write("in/a.csv", "id,story\n1,A\n");

    assertThatThrownBy(this::ingest)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(
            "a.csv: no text column; columns are id, story; name it with --column text=COLUMN");
  }

  @Test
  void aSampleReadsAPartAndSaysWhichShare() throws IOException {
    for (int file = 0; file < 8; file++) {
      write("in/" + file + ".jsonl", json("Ferry " + file, STORY + " Part " + file, "2025-03-04"));
    }
    var all = config();
    var result =
        IngestJob.run(
            spark,
            new IngestJob.Config(
                all.inputs(),
                all.warehouse(),
                all.columns(),
                all.cleaning(),
                all.similarity(),
                all.recordBytes(),
                2,
                all.seeds()),
            RunMetrics.start());

    assertThat(result.records()).isEqualTo(2);
    assertThat(result.share()).isBetween(0.2, 0.3);
  }

  @Test
  void missingInputIsAnError() {
    assertThatThrownBy(this::ingest)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no " + folder.resolve("in") + "; " + folder + " ");
  }

  @Test
  void countsAreNoted() throws IOException {
    write("in/a.jsonl", json("Ferry", STORY, "2025-03-04") + "{}\n");

    ingest();

    assertThat(
            warehouse()
                .read(Table.JOB_METRICS)
                .where("metric in ('records_read', 'articles', 'rejects')")
                .select("metric", "value")
                .sort("metric")
                .collectAsList())
        .map(Row::toString)
        .containsExactly("[articles,1.0]", "[records_read,2.0]", "[rejects,1.0]");
  }

  private List<String> ids() {
    return warehouse()
        .read(Table.ARTICLES)
        .select("article_id", "text_id", "cluster_id")
        .sort("article_id")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  private static String json(String title, String text, String date) {
    return "{\"title\": \"%s\", \"text\": \"%s\", \"date\": \"%s\"}\n".formatted(title, text, date);
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private IngestJob.Result ingest() {
    return IngestJob.run(spark, config(), RunMetrics.start());
  }

  private IngestJob.Config config() {
    return IngestJob.Config.of(
        List.of(folder.resolve("in").toString()), folder.resolve("warehouse").toString());
  }

  private Warehouse warehouse() {
    return new Warehouse(spark, folder.resolve("warehouse").toString());
  }
}
