package org.parley.jobs.resolve;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.unsafe.types.UTF8String;
import org.parley.entity.Entity;
import org.parley.entity.EntityType;
import org.parley.entity.Gazetteer;
import org.parley.entity.Skeleton;
import org.parley.entity.SpellingVariants;
import org.parley.seed.Seeds;
import scala.Tuple2;

/**
 * Persons whom different articles write differently: grouped by the skeleton of their names, joined
 * where what the articles name beside them agrees.
 */
final class VariantLinks {
  /** As many entities beside a person are enough to compare two. */
  private static final int CONTEXT = 400;

  private static final UTF8String PERSON = UTF8String.fromString(EntityType.PERSON.label());
  private static final UTF8String GROUP = UTF8String.fromString(EntityType.GROUP.label());
  private static final UTF8String SPACE = UTF8String.fromString(" ");

  private VariantLinks() {}

  /**
   * A person as all articles together, or the seeds, know them.
   *
   * @param articles in how many articles; 0 of the seeds'
   * @param context the first of the entities that these articles, or the seeds, name beside them
   */
  private record Person(
      UTF8String id,
      UTF8String name,
      UTF8String wikidataId,
      UTF8String rollUp,
      boolean open,
      long articles,
      TreeSet<UTF8String> context)
      implements Serializable {
    private static final Comparator<UTF8String> NULLS_FIRST =
        Comparator.nullsFirst(Comparator.naturalOrder());

    /** Of the two that one id may have, that of the texts and that of the seeds, which is first. */
    static final Comparator<Person> ORDER =
        Comparator.comparing(Person::name, NULLS_FIRST)
            .thenComparing(Person::wikidataId, NULLS_FIRST)
            .thenComparing(Person::rollUp, NULLS_FIRST)
            .thenComparing(Person::open)
            .thenComparing(Person::articles);

    /** What both say of one person, whichever comes first. */
    Person and(Person other) {
      var both = new TreeSet<>(context);
      both.addAll(other.context);
      while (both.size() > CONTEXT) {
        both.pollLast();
      }
      return new Person(
          id,
          later(name, other.name),
          later(wikidataId, other.wikidataId),
          later(rollUp, other.rollUp),
          open || other.open,
          articles + other.articles,
          both);
    }

    private static UTF8String later(UTF8String one, UTF8String other) {
      return NULLS_FIRST.compare(one, other) >= 0 ? one : other;
    }
  }

  /** Those whose names have one skeleton, and whether the seeds do not know one of them. */
  private record Namesakes(Set<UTF8String> ids, boolean open) implements Serializable {
    Namesakes and(Namesakes other) {
      var both = new HashSet<>(ids);
      both.addAll(other.ids);
      return new Namesakes(both, open || other.open);
    }

    boolean mayHoldVariants() {
      return open && ids.size() > 1;
    }
  }

  /**
   * By the id of each person that is another one: who that is, in all articles.
   *
   * @param resolved rows of {@link ArticleResolver#TYPE}
   * @param partitions into how many parts the persons are spread
   */
  static Map<String, Relinking.Link> of(
      JavaSparkContext context, Dataset<Row> resolved, Seeds seeds, int partitions) {
    JavaRDD<Person> named =
        resolved
            .select("entities")
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .flatMap(article -> named(ArticleEntity.of(article.getArray(0))).iterator());
    JavaRDD<Person> known = context.parallelize(known(seeds), 1);
    JavaPairRDD<UTF8String, String> skeletons =
        named
            .union(known)
            .mapToPair(
                person ->
                    new Tuple2<>(
                        Skeleton.of(person.name().toString()),
                        new Namesakes(Set.of(person.id()), person.open())))
            .filter(one -> !one._1().isEmpty())
            .reduceByKey(Namesakes::and, partitions)
            .filter(group -> group._2().mayHoldVariants())
            .flatMapToPair(
                group ->
                    group._2().ids().stream().map(id -> new Tuple2<>(id, group._1())).iterator());
    JavaPairRDD<UTF8String, Person> inTexts =
        named
            .mapToPair(person -> new Tuple2<>(person.id(), person))
            .reduceByKey(Person::and, partitions);
    var links = new HashMap<String, Relinking.Link>();
    inTexts
        .union(known.mapToPair(person -> new Tuple2<>(person.id(), person)))
        .join(skeletons, partitions)
        .mapToPair(person -> new Tuple2<>(person._2()._2(), person._2()._1()))
        .groupByKey(partitions)
        .flatMap(group -> joined(group._2()).iterator())
        .collect()
        .forEach(
            // A person whose names have two skeletons may be joined by either: the first id is his.
            link ->
                links.merge(
                    link._1(),
                    link._2(),
                    (one, other) -> one.entityId().compareTo(other.entityId()) <= 0 ? one : other));
    return links;
  }

  /** The persons of an article that are named with more than one word. */
  private static List<Person> named(List<ArticleEntity> entities) {
    var context =
        entities.stream()
            .filter(entity -> !entity.open() && !entity.type().equals(GROUP))
            .map(ArticleEntity::id)
            .collect(Collectors.toCollection(TreeSet::new));
    while (context.size() > CONTEXT) {
      context.pollLast();
    }
    return entities.stream()
        .filter(entity -> entity.type().equals(PERSON) && entity.name().contains(SPACE))
        .map(
            entity ->
                new Person(
                    entity.id(),
                    entity.name(),
                    entity.wikidataId(),
                    entity.rollUp(),
                    entity.open(),
                    1,
                    context))
        .toList();
  }

  /** The persons of the seeds, each with its country as context. */
  private static List<Person> known(Seeds seeds) {
    var gazetteer = Gazetteer.of(seeds);
    var persons = new ArrayList<Person>();
    for (Entity person : gazetteer.persons()) {
      persons.add(
          new Person(
              UTF8String.fromString(person.id()),
              UTF8String.fromString(person.name()),
              UTF8String.fromString(person.wikidataId()),
              UTF8String.fromString(gazetteer.rollUp(person.id())),
              false,
              0,
              gazetteer.countryOf(person.id()).stream()
                  .map(UTF8String::fromString)
                  .collect(Collectors.toCollection(TreeSet::new))));
    }
    return persons;
  }

  /** Who of one skeleton is another one of it. */
  private static List<Tuple2<String, Relinking.Link>> joined(Iterable<Person> group) {
    var sorted = new ArrayList<Person>();
    group.forEach(sorted::add);
    sorted.sort(Person.ORDER);
    // A known person is there by the seeds and perhaps by the texts.
    Map<String, UTF8String> rollUps = new HashMap<>();
    Map<String, SpellingVariants.Person> persons = new TreeMap<>();
    for (Person person : sorted) {
      String id = person.id().toString();
      rollUps.put(id, person.rollUp());
      persons.merge(id, variant(person), VariantLinks::both);
    }
    var links = new ArrayList<Tuple2<String, Relinking.Link>>();
    SpellingVariants.join(List.copyOf(persons.values()))
        .forEach((from, to) -> links.add(new Tuple2<>(from, link(to, rollUps.get(to.id())))));
    return links;
  }

  private static SpellingVariants.Person variant(Person person) {
    var context = person.context().stream().map(UTF8String::toString).collect(Collectors.toSet());
    String id = person.id().toString();
    context.remove(id);
    return new SpellingVariants.Person(
        new Entity(id, string(person.name()), EntityType.PERSON, string(person.wikidataId())),
        !person.open(),
        person.articles(),
        context);
  }

  private static SpellingVariants.Person both(
      SpellingVariants.Person one, SpellingVariants.Person other) {
    var context = new HashSet<>(one.context());
    context.addAll(other.context());
    return new SpellingVariants.Person(
        one.entity(), one.known(), one.articles() + other.articles(), context);
  }

  private static Relinking.Link link(Entity to, UTF8String rollUp) {
    return new Relinking.Link(
        to.id(),
        to.name(),
        EntityType.PERSON.label(),
        to.wikidataId(),
        string(rollUp),
        SpellingVariants.RULE,
        SpellingVariants.CONFIDENCE);
  }

  private static String string(UTF8String text) {
    return text == null ? null : text.toString();
  }
}
