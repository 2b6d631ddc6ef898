package org.parley.jobs.resolve;

import static org.parley.jobs.resolve.ArticleEntity.text;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.commons.collections4.IteratorUtils;
import org.apache.commons.collections4.iterators.PeekingIterator;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Tuple2;

/**
 * The tables entities and entity_aliases, counted from the articles. What is said of an entity is
 * sorted and then counted in passing, so that memory does not grow with how often one is mentioned.
 */
final class EntityTables {
  private static final int TEXT = MentionRows.TYPE.fieldIndex("text");
  private static final int ENTITY_ID = MentionRows.TYPE.fieldIndex("entity_id");
  private static final int RULE = MentionRows.TYPE.fieldIndex("rule");
  private static final int CONFIDENCE = MentionRows.TYPE.fieldIndex("confidence");

  /** Confidences are added up with so many digits, in which order does not matter. */
  private static final int CONFIDENCE_DIGITS = 6;

  private static final int MEAN_DIGITS = 10;

  private EntityTables() {}

  /** What a fact says of an entity, in the order in which facts are counted. */
  private enum Kind {
    ARTICLE,
    TEXT,
    CLUSTER,
    OUTLET,
    NAME,
    ALIAS
  }

  /**
   * Something that articles say of an entity.
   *
   * @param cells what: nothing, an id, a name with type, Wikidata id and roll-up, or a form and
   *     rule
   * @param hash of the rest, which Spark asks for at every step of a sort
   */
  private record Fact(UTF8String entityId, Kind kind, List<UTF8String> cells, int hash)
      implements Serializable, Comparable<Fact> {
    private static final Comparator<UTF8String> NULLS_FIRST =
        Comparator.nullsFirst(Comparator.naturalOrder());

    Fact(UTF8String entityId, Kind kind, UTF8String... cells) {
      this(
          entityId,
          kind,
          Arrays.asList(cells),
          Objects.hash(entityId, kind.name(), Arrays.hashCode(cells)));
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public int compareTo(Fact other) {
      int order = entityId.compareTo(other.entityId);
      order = order == 0 ? kind.compareTo(other.kind) : order;
      return order == 0 ? compare(cells, other.cells) : order;
    }

    static int compare(List<UTF8String> one, List<UTF8String> other) {
      for (int i = 0; i < one.size(); i++) {
        int order = NULLS_FIRST.compare(one.get(i), other.get(i));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    }

    String cell(int index) {
      return cells.get(index) == null ? null : cells.get(index).toString();
    }
  }

  /** How often a fact is said, in how many articles, and the sum of the confidences. */
  private record Weight(long mentions, long articles, long millionths) implements Serializable {
    Weight and(Weight other) {
      return new Weight(
          mentions + other.mentions, articles + other.articles, millionths + other.millionths);
    }

    /** As Spark has the mean of such decimals. */
    double meanConfidence() {
      return BigDecimal.valueOf(millionths, CONFIDENCE_DIGITS)
          .divide(BigDecimal.valueOf(mentions), MEAN_DIGITS, RoundingMode.HALF_UP)
          .doubleValue();
    }
  }

  /** All facts of an entity stand in one partition. */
  private static final class ByEntity extends Partitioner {
    private static final long serialVersionUID = 1L;
    private final int partitions;

    ByEntity(int partitions) {
      this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
      return partitions;
    }

    @Override
    public int getPartition(Object fact) {
      return Math.floorMod(((Fact) fact).entityId().hashCode(), partitions);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ByEntity by && by.partitions == partitions;
    }

    @Override
    public int hashCode() {
      return partitions;
    }
  }

  /**
   * An entity with its forms.
   *
   * @param row of the table entities
   * @param aliases rows of the table entity_aliases
   */
  record Counted(Row row, List<Row> aliases) implements Serializable {}

  /**
   * The entities that are both named and mentioned.
   *
   * @param resolved rows of {@link ArticleResolver#TYPE}
   * @param partitions into how many parts the entities are spread
   */
  static JavaRDD<Counted> of(Dataset<Row> resolved, int partitions) {
    var byEntity = new ByEntity(partitions);
    return resolved
        .select("text_id", "cluster_id", "source", "mentions", "entities")
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .flatMapToPair(article -> facts(article).iterator())
        .reduceByKey(byEntity, Weight::and)
        .repartitionAndSortWithinPartitions(byEntity)
        .mapPartitions(EntityTables::counted);
  }

  private static List<Tuple2<Fact, Weight>> facts(InternalRow article) {
    var facts = new HashMap<Fact, Weight>();
    var mentions = article.getArray(3);
    var mentioned = new HashMap<UTF8String, Weight>();
    for (int i = 0; i < mentions.numElements(); i++) {
      InternalRow mention = mentions.getStruct(i, MentionRows.TYPE.size());
      var id = text(mention, ENTITY_ID);
      facts.merge(
          new Fact(id, Kind.ALIAS, text(mention, TEXT), text(mention, RULE)),
          new Weight(1, 1, millionths(mention.getDouble(CONFIDENCE))),
          Weight::and);
      mentioned.merge(id, new Weight(1, 0, 0), Weight::and);
    }
    mentioned.forEach(
        (id, weight) -> {
          facts.put(new Fact(id, Kind.ARTICLE), new Weight(weight.mentions(), 1, 0));
          facts.put(new Fact(id, Kind.TEXT, text(article, 0)), new Weight(0, 1, 0));
          facts.put(new Fact(id, Kind.CLUSTER, text(article, 1)), new Weight(0, 1, 0));
          facts.put(new Fact(id, Kind.OUTLET, text(article, 2)), new Weight(0, 1, 0));
        });
    for (var entity : ArticleEntity.of(article.getArray(4))) {
      facts.merge(
          new Fact(
              entity.id(),
              Kind.NAME,
              entity.name(),
              entity.type(),
              entity.wikidataId(),
              entity.rollUp()),
          new Weight(0, 1, 0),
          Weight::and);
    }
    return facts.entrySet().stream()
        .map(fact -> new Tuple2<>(fact.getKey(), fact.getValue()))
        .toList();
  }

  private static long millionths(double confidence) {
    return BigDecimal.valueOf(confidence)
        .setScale(CONFIDENCE_DIGITS, RoundingMode.HALF_UP)
        .unscaledValue()
        .longValueExact();
  }

  /** Counts what stands sorted. */
  private static Iterator<Counted> counted(Iterator<Tuple2<Fact, Weight>> sorted) {
    var facts = PeekingIterator.peekingIterator(sorted);
    var each =
        new Iterator<Counted>() {
          @Override
          public boolean hasNext() {
            return facts.hasNext();
          }

          @Override
          public Counted next() {
            var count = new Count(facts.peek()._1().entityId());
            while (facts.hasNext() && facts.peek()._1().entityId().equals(count.id)) {
              var fact = facts.next();
              count.add(fact._1(), fact._2());
            }
            return count.counted();
          }
        };
    return IteratorUtils.filteredIterator(each, Objects::nonNull);
  }

  /** One entity on its way. */
  private static final class Count {
    private final UTF8String id;
    private final List<Tuple2<Fact, Weight>> aliases = new ArrayList<>();
    private Weight all;
    private long texts;
    private long clusters;
    private long outlets;
    private Fact name;
    private long namings;

    Count(UTF8String id) {
      this.id = id;
    }

    void add(Fact fact, Weight weight) {
      switch (fact.kind()) {
        case ARTICLE -> all = weight;
        case TEXT -> texts += known(fact);
        case CLUSTER -> clusters += known(fact);
        case OUTLET -> outlets += known(fact);
        case NAME -> {
          // The name that most articles give it, of several the last.
          if (weight.articles() >= namings) {
            name = fact;
            namings = weight.articles();
          }
        }
        case ALIAS -> aliases.add(new Tuple2<>(fact, weight));
      }
    }

    /** What is not known is not counted. */
    private static int known(Fact fact) {
      return fact.cells().get(0) == null ? 0 : 1;
    }

    /** Null for one that is not named, or not mentioned. */
    Counted counted() {
      if (all == null || name == null) {
        return null;
      }
      aliases.sort(Comparator.comparing(alias -> -alias._2().mentions()));
      return new Counted(
          RowFactory.create(
              id.toString(),
              name.cell(0),
              name.cell(1),
              name.cell(2),
              name.cell(3),
              all.mentions(),
              all.articles(),
              texts,
              clusters,
              outlets),
          aliases.stream().map(alias -> alias(alias._1(), alias._2())).toList());
    }

    private Row alias(Fact fact, Weight weight) {
      return RowFactory.create(
          fact.cell(0), id.toString(), fact.cell(1), weight.mentions(), weight.meanConfidence());
    }
  }
}
