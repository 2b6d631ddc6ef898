package org.parley.jobs.cooccur;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/**
 * Articles that exist for measuring only: the entities of their mentions follow Zipf's law, one
 * article in ten is a copy of the one before it in another outlet, and they spread over a year. The
 * same seed makes the same corpus.
 *
 * @param articles how many articles
 * @param mentionsPerArticle how many mentions an article has on average
 * @param entities how many different entities there are to be mentioned
 * @param seed where the random draws begin
 */
record SyntheticCorpus(long articles, int mentionsPerArticle, int entities, long seed)
    implements Serializable {
  /** The pipeline that its annotations name. */
  static final String PIPELINE = "synthetic";

  private static final int SENTENCES = 20;
  private static final int SENTENCES_PER_PARAGRAPH = 2;
  private static final int OUTLETS = 200;
  private static final int COPY_EACH = 10;
  private static final Instant FIRST_DAY = Instant.parse("2024-01-01T06:00:00Z");
  private static final int DAYS = 366;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC);

  private static final StructType ARTICLE =
      StructType.fromDDL(
          "article_id string, text_id string, cluster_id string, source string,"
              + " published_at timestamp, month string");
  private static final StructType MENTION =
      StructType.fromDDL(
          "article_id string, sentence_index int, paragraph_index int, voice string,"
              + " entity_id string, month string");

  /**
   * Writes articles, mentions, entities and annotations; other columns than counting needs are
   * null.
   */
  void write(SparkSession spark, Warehouse warehouse) {
    var numbers = spark.range(0, articles, 1, 16);
    warehouse.replace(
        Table.ARTICLES,
        Blank.fill(
            Table.ARTICLES,
            numbers.map((MapFunction<Long, Row>) this::article, Encoders.row(ARTICLE))));
    double[] zipf = zipf();
    warehouse.replace(
        Table.MENTIONS,
        Blank.fill(
            Table.MENTIONS,
            numbers.flatMap(
                (FlatMapFunction<Long, Row>) article -> mentions(article, zipf).iterator(),
                Encoders.row(MENTION))));
    warehouse.replace(
        Table.ENTITIES,
        Blank.fill(
            Table.ENTITIES,
            spark.range(1, entities + 1L).selectExpr("concat('per:e', id) AS entity_id")));
    warehouse.replace(
        Table.ANNOTATIONS,
        Blank.fill(
            Table.ANNOTATIONS,
            numbers
                .where("id %% %1$d != %1$d - 1".formatted(COPY_EACH))
                .selectExpr(
                    "concat('t', id) AS text_id",
                    "'%s' AS pipeline".formatted(PIPELINE),
                    """
                    transform(
                      sequence(0, %d),
                      i -> named_struct('index', i, 'paragraph', i DIV %d, 'section', 'body',
                        'begin', 0, 'end', 0, 'parsed', true, 'tokens', NULL)) AS sentences
                    """
                        .formatted(SENTENCES - 1, SENTENCES_PER_PARAGRAPH))));
  }

  /** The last month of the corpus, in which a twelfth of it is. */
  static String lastMonth() {
    return MONTH.format(FIRST_DAY.plusSeconds((DAYS - 1) * 24L * 3600));
  }

  private static long text(long article) {
    return article % COPY_EACH == COPY_EACH - 1 ? article - 1 : article;
  }

  private Row article(long article) {
    var random = new SplittableRandom(seed * 31 + article);
    String text = "t" + text(article);
    Instant published = published(article);
    return RowFactory.create(
        "a" + article,
        text,
        text,
        "outlet" + random.nextInt(OUTLETS),
        Timestamp.from(published),
        MONTH.format(published));
  }

  private Instant published(long article) {
    var random = new SplittableRandom(seed * 17 + text(article));
    long hour = 3600L;
    return FIRST_DAY
        .plusSeconds(random.nextInt(DAYS) * (24 * hour))
        .plusSeconds(text(article) == article ? 0 : hour);
  }

  private List<Row> mentions(long article, double[] zipf) {
    var random = new SplittableRandom(seed * 13 + text(article));
    String month = MONTH.format(published(article));
    int count = mentionsPerArticle / 2 + random.nextInt(mentionsPerArticle + 1);
    var rows = new ArrayList<Row>();
    for (int i = 0; i < count; i++) {
      int sentence = random.nextInt(SENTENCES);
      int found = Arrays.binarySearch(zipf, random.nextDouble() * zipf[zipf.length - 1]);
      String voice =
          switch (random.nextInt(10)) {
            case 0, 1 -> "quote";
            case 2 -> sentence == 0 ? "caption" : "narrator";
            default -> "narrator";
          };
      rows.add(
          RowFactory.create(
              "a" + article,
              sentence,
              sentence / SENTENCES_PER_PARAGRAPH,
              voice,
              "per:e" + (found < 0 ? -found - 1 : found),
              month));
    }
    return rows;
  }

  /** Cumulative weights 1, 1/2, 1/3, ... of the entities. */
  private double[] zipf() {
    double[] weights = IntStream.rangeClosed(1, entities).mapToDouble(rank -> 1.0 / rank).toArray();
    Arrays.parallelPrefix(weights, Double::sum);
    return weights;
  }
}
