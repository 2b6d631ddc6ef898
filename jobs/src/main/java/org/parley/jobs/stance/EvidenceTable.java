package org.parley.jobs.stance;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.parley.entity.Entity;
import org.parley.entity.EntityType;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;
import org.parley.jobs.annotate.AnnotationRows;
import org.parley.jobs.resolve.MentionRows;
import org.parley.jobs.resolve.QuoteRows;
import org.parley.jobs.table.Table;
import org.parley.quote.Quotation;
import org.parley.scorer.Scorer;
import org.parley.seed.Seeds;
import org.parley.stance.StanceEvidence;
import org.parley.stance.StanceExtractor;
import org.parley.stance.Strikes;

/** Rows of the table {@code stance_evidence}: the extractor, run over each article. */
final class EvidenceTable {
  private EvidenceTable() {}

  /**
   * Extracts the evidence of all articles that are annotated.
   *
   * @param scorer says how far the evidence is to be believed
   * @param failed counts the articles that the extractor failed on; they show no stance
   */
  static Dataset<Row> of(
      Dataset<Row> articles,
      Dataset<Row> annotations,
      Dataset<Row> mentions,
      Dataset<Row> entities,
      Dataset<Row> quotes,
      Seeds seeds,
      Scorer scorer,
      LongAccumulator failed) {
    var named =
        mentions
            .join(entities.select("entity_id", "name", "type", "wikidata_id"), "entity_id")
            .groupBy("article_id")
            .agg(
                collect_list(struct(columns(MentionRows.TYPE, "name", "type", "wikidata_id")))
                    .as("mentions"));
    var quoted =
        quotes
            .groupBy("article_id")
            .agg(collect_list(struct(columns(QuoteRows.TYPE))).as("quotes"));
    StructType type = Table.STANCE_EVIDENCE.schema().structType();
    var extraction = new Extraction(seeds, scorer, failed);
    return articles
        .select("article_id", "text_id", "text", "month")
        .join(annotations.select("text_id", "sentences", "quote_spans"), "text_id")
        .join(named, "article_id")
        .join(quoted, new String[] {"article_id"}, "left")
        .mapPartitions((MapPartitionsFunction<Row, Row>) extraction::rows, Encoders.row(type));
  }

  private static Column[] columns(StructType type, String... more) {
    return Stream.concat(Stream.of(type.fieldNames()), Stream.of(more))
        .map(name -> col(name))
        .toArray(Column[]::new);
  }

  /** One extractor a partition: reading the seeds costs little beside its articles. */
  private record Extraction(Seeds seeds, Scorer scorer, LongAccumulator failed)
      implements Serializable {
    Iterator<Row> rows(Iterator<Row> articles) {
      if (!articles.hasNext()) {
        return articles;
      }
      var extractor = StanceExtractor.of(seeds);
      var strikes = Strikes.of(seeds);
      return new Iterator<>() {
        private Iterator<Row> found = List.<Row>of().iterator();

        @Override
        public boolean hasNext() {
          while (!found.hasNext() && articles.hasNext()) {
            found = evidence(extractor, strikes, articles.next()).iterator();
          }
          return found.hasNext();
        }

        @Override
        public Row next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          return found.next();
        }
      };
    }

    private List<Row> evidence(StanceExtractor extractor, Strikes strikes, Row article) {
      String id = article.getAs("article_id");
      try {
        var text = AnnotationRows.annotatedText(article.getAs("text"), article);
        var resolution = resolution(article);
        var evidence =
            scorer.revise(
                text, resolution, extractor.extract(text, resolution, quotations(article)));
        return evidence.stream()
            .map(
                e ->
                    row(
                        id,
                        e,
                        strikes.cover(id, e.sentence(), e.holderId(), e.targetId()),
                        article.getAs("month")))
            .toList();
      } catch (RuntimeException e) {
        failed.add(1);
        System.err.println("stance: article " + id + " fails: " + e);
        return List.of();
      }
    }
  }

  private static Resolution resolution(Row article) {
    var mentions = new ArrayList<Mention>();
    var entities = new TreeMap<String, Entity>();
    for (Row row : article.<Row>getList(article.fieldIndex("mentions"))) {
      var mention = MentionRows.mention(row);
      mentions.add(mention);
      entities.computeIfAbsent(
          mention.entityId(),
          id ->
              new Entity(
                  id,
                  row.getAs("name"),
                  EntityType.valueOf(row.<String>getAs("type").toUpperCase(Locale.ROOT)),
                  row.getAs("wikidata_id")));
    }
    mentions.sort(
        java.util.Comparator.comparingInt(Mention::begin)
            .thenComparingInt(Mention::end)
            .thenComparing(Mention::entityId));
    return new Resolution(mentions, entities);
  }

  private static List<Quotation> quotations(Row article) {
    int quotes = article.fieldIndex("quotes");
    return article.isNullAt(quotes)
        ? List.of()
        : article.<Row>getList(quotes).stream()
            .map(QuoteRows::quotation)
            .sorted(java.util.Comparator.comparingInt(Quotation::index))
            .toList();
  }

  private static Row row(String article, StanceEvidence e, boolean struck, String month) {
    return RowFactory.create(
        article,
        e.sentence(),
        e.holderId(),
        e.targetId(),
        e.targetKind().label(),
        e.targetText(),
        e.polarity(),
        e.score(),
        e.confidence(),
        e.channel().label(),
        e.time().label(),
        e.conditional(),
        e.frame(),
        e.operators().toArray(String[]::new),
        e.sourceChain().toArray(String[]::new),
        e.begin(),
        e.end(),
        e.evidence(),
        struck,
        month);
  }
}
