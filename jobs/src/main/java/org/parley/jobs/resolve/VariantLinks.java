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
    JavaRDD<List<ArticleEntity>> articles =
        resolved
            .select("entities")
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .map(article -> ArticleEntity.of(article.getArray(0)));
    List<Person> known = known(seeds);
    var skeletons = context.broadcast(skeletons(context, articles, known, partitions));
    var links = new HashMap<String, Relinking.Link>();
    articles
        .flatMap(entities -> persons(entities, skeletons.value().keySet()).iterator())
        .mapToPair(person -> new Tuple2<>(person.id(), person))
        .reduceByKey(Person::and, partitions)
        .values()
        .union(context.parallelize(of(known, skeletons.value().keySet()), 1))
        .flatMapToPair(
            person ->
                skeletons.value().get(person.id()).stream()
                    .map(skeleton -> new Tuple2<>(skeleton, person))
                    .iterator())
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
    skeletons.destroy();
    return links;
  }

  /**
   * By the id of each person that may have variants: the skeletons of its names. They are few, so
   * that only what is known of these few travels between machines.
   */
  private static Map<UTF8String, List<String>> skeletons(
      JavaSparkContext context,
      JavaRDD<List<ArticleEntity>> articles,
      List<Person> known,
      int partitions) {
    var skeletons = new HashMap<UTF8String, List<String>>();
    articles
        .flatMap(
            entities ->
                entities.stream()
                    .filter(VariantLinks::isNamed)
                    .map(person -> namesake(person.id(), person.name(), person.open()))
                    .iterator())
        .union(
            context.parallelize(
                known.stream()
                    .map(person -> namesake(person.id(), person.name(), person.open()))
                    .toList(),
                1))
        .mapToPair(namesake -> namesake)
        .filter(namesake -> !namesake._1().isEmpty())
        .reduceByKey(Namesakes::and, partitions)
        .filter(group -> group._2().mayHoldVariants())
        .collect()
        .forEach(
            group ->
                group
                    ._2()
                    .ids()
                    .forEach(
                        id ->
                            skeletons
                                .computeIfAbsent(id, person -> new ArrayList<>())
                                .add(group._1())));
    return skeletons;
  }

  private static Tuple2<String, Namesakes> namesake(UTF8String id, UTF8String name, boolean open) {
    return new Tuple2<>(Skeleton.of(name.toString()), new Namesakes(Set.of(id), open));
  }

  private static List<Person> of(List<Person> persons, Set<UTF8String> ids) {
    return persons.stream().filter(person -> ids.contains(person.id())).toList();
  }

  /** Whether it is a person named with more than one word. */
  private static boolean isNamed(ArticleEntity entity) {
    return entity.type().equals(PERSON) && entity.name().contains(SPACE);
  }

  /** The persons of an article with these ids. */
  private static List<Person> persons(List<ArticleEntity> entities, Set<UTF8String> ids) {
    var wanted =
        entities.stream().filter(entity -> isNamed(entity) && ids.contains(entity.id())).toList();
    if (wanted.isEmpty()) {
      return List.of();
    }
    var context =
        entities.stream()
            .filter(entity -> !entity.open() && !entity.type().equals(GROUP))
            .map(ArticleEntity::id)
            .collect(Collectors.toCollection(TreeSet::new));
    while (context.size() > CONTEXT) {
      context.pollLast();
    }
    return wanted.stream()
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
