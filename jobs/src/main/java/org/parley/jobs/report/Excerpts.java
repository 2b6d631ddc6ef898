package org.parley.jobs.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The sentences around places, each once, with the articles that they stand in and the mentions in
 * them.
 *
 * @param excerpts the sentences, by article and offset
 * @param articles the articles, by id
 * @param spots where the places are in the sentences
 */
record Excerpts(
    List<ReportData.Excerpt> excerpts, List<ReportData.Article> articles, Map<Place, Spot> spots) {
  /** A place within an excerpt: the excerpt's number, and offsets in it. */
  record Spot(int excerpt, int begin, int end) {}

  /** A longer sentence is shown in part, around the place. */
  private static final int LONGEST = 700;

  private static final int BEFORE = 200;

  private static final StructType PLACES =
      StructType.fromDDL("article_id string, begin int, end int");

  private static final StructType CUT =
      StructType.fromDDL(
          "article_id string, begin int, end int, title string, source string, url string,"
              + " published_at timestamp, at int, excerpt string");

  /** A text may have been annotated by several pipelines: any will do, but always the same. */
  private static final String SENTENCES =
      """
      WITH wanted AS (
        SELECT p.*, a.text_id, a.text, a.title, a.source, a.url, a.published_at
        FROM report_places p JOIN articles a USING (article_id)),
      sentences AS (
        SELECT n.text_id, min_by(struct(n.sentences.begin AS begins, n.sentences.end AS ends), n.pipeline) AS s
        FROM annotations n LEFT SEMI JOIN wanted USING (text_id) GROUP BY n.text_id)
      SELECT w.*, s.begins, s.ends FROM wanted w LEFT JOIN sentences USING (text_id)
      """;

  private static final String MENTIONS =
      """
      SELECT x.number, m.begin - x.begin AS begin, m.end - x.begin AS end, m.entity_id
      FROM report_excerpts x JOIN mentions m ON m.article_id = x.article_id AND m.begin >= x.begin AND m.end <= x.end
      LEFT SEMI JOIN report_entities e ON e.entity_id = m.entity_id
      ORDER BY number, begin, end DESC, entity_id
      """;

  /**
   * Reads the sentences of places, and in them the mentions of the entities in the view {@code
   * report_entities}.
   */
  static Excerpts read(SparkSession spark, Stream<Place> places) {
    var wanted =
        places
            .distinct()
            .sorted()
            .map(place -> RowFactory.create(place.article(), place.begin(), place.end()))
            .toList();
    spark.createDataFrame(wanted, PLACES).createOrReplaceTempView("report_places");
    var cut = new TreeMap<Place, Row>();
    spark
        .sql(SENTENCES)
        .map((MapFunction<Row, Row>) Excerpts::cut, Encoders.row(CUT))
        .collectAsList()
        .forEach(row -> cut.put(Place.of(new Cells(row)), row));
    var articles = new TreeMap<String, Integer>();
    var articleList = new ArrayList<ReportData.Article>();
    var numbers = new TreeMap<Place, Integer>();
    var texts = new ArrayList<ReportData.Excerpt>();
    var spots = new HashMap<Place, Spot>();
    cut.forEach(
        (place, row) -> {
          var cells = new Cells(row);
          int article =
              articles.computeIfAbsent(
                  place.article(),
                  id -> {
                    articleList.add(article(cells));
                    return articleList.size() - 1;
                  });
          String text = cells.text("excerpt");
          int at = (int) cells.count("at");
          int number =
              numbers.computeIfAbsent(
                  new Place(place.article(), at, at + text.length()),
                  where -> {
                    texts.add(new ReportData.Excerpt(article, text, List.of()));
                    return texts.size() - 1;
                  });
          spots.put(
              place,
              new Spot(
                  number,
                  Math.max(0, Math.min(place.begin() - at, text.length())),
                  Math.max(0, Math.min(place.end() - at, text.length()))));
        });
    var marks = marks(spark, numbers);
    var excerpts = new ArrayList<ReportData.Excerpt>();
    for (int i = 0; i < texts.size(); i++) {
      var text = texts.get(i);
      excerpts.add(
          new ReportData.Excerpt(
              text.article(), text.text(), marks.getOrDefault((long) i, List.of())));
    }
    return new Excerpts(excerpts, articleList, spots);
  }

  /** Tells where the places of a list are; those whose article is gone are left out. */
  List<Spot> spots(Collection<Place> places) {
    return places.stream().filter(spots::containsKey).map(spots::get).toList();
  }

  private static Map<Long, List<List<Object>>> marks(
      SparkSession spark, Map<Place, Integer> numbers) {
    spark
        .createDataFrame(
            numbers.entrySet().stream()
                .map(
                    entry ->
                        RowFactory.create(
                            entry.getKey().article(),
                            entry.getKey().begin(),
                            entry.getKey().end(),
                            entry.getValue()))
                .toList(),
            PLACES.add("number", "int"))
        .createOrReplaceTempView("report_excerpts");
    var marks = new HashMap<Long, List<List<Object>>>();
    Cells.each(
        spark,
        MENTIONS,
        row ->
            marks
                .computeIfAbsent(row.count("number"), number -> new ArrayList<>())
                .add(List.of(row.count("begin"), row.count("end"), row.text("entity_id"))));
    return marks;
  }

  /** Offsets count UTF-16 units, so the cut is Java's, not SQL's. */
  private static Row cut(Row row) {
    String text = row.getAs("text");
    int begin = row.<Integer>getAs("begin");
    int end = Math.min(row.<Integer>getAs("end"), text.length());
    int from = Math.max(0, begin - BEFORE);
    int to = Math.min(text.length(), Math.max(end, from + LONGEST));
    if (row.getAs("begins") != null) {
      List<Integer> begins = row.getList(row.fieldIndex("begins"));
      List<Integer> ends = row.getList(row.fieldIndex("ends"));
      for (int i = 0; i < begins.size(); i++) {
        if (begins.get(i) <= begin && begin < ends.get(i)) {
          from =
              ends.get(i) - begins.get(i) <= LONGEST
                  ? begins.get(i)
                  : Math.max(from, begins.get(i));
          to = Math.min(ends.get(i), from + LONGEST);
          break;
        }
      }
    }
    return RowFactory.create(
        row.getAs("article_id"),
        begin,
        row.getAs("end"),
        row.getAs("title"),
        row.getAs("source"),
        row.getAs("url"),
        row.getAs("published_at"),
        from,
        text.substring(from, Math.max(from, to)));
  }

  private static ReportData.Article article(Cells row) {
    String url = row.text("url");
    return new ReportData.Article(
        row.text("title"),
        row.text("source"),
        url.matches("(?i)https?://.*") ? url : "",
        row.day("published_at"));
  }
}
