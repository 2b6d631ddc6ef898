package org.parley.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.nlp.AnnotatedText;
import org.parley.text.Section;

/**
 * Finds who is meant in one text: names, demonyms, metonyms, roles, groups and safe pronouns, each
 * with the rule that decided and how sure it is. Works on the annotation alone, keeps no state
 * between texts, and is safe for use by several threads.
 */
public final class DocumentResolver {
  private static final Comparator<Referent> ORDER =
      Comparator.comparingInt(Referent::begin)
          .thenComparing(Comparator.comparingInt(Referent::end).reversed());

  private final Gazetteer gazetteer;
  private final NameFinder finder;
  private final Metonymy metonymy;
  private final GroupFinder groups;
  private final UnnamedGroups unnamed;
  private final Genders genders;
  private final NominalFinder nominals;
  private final Overrides overrides;
  private final SharedNames shared;

  /**
   * A resolver that knows these entities.
   *
   * @throws IllegalArgumentException if the overrides of the seeds contradict one another
   */
  public DocumentResolver(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    this.finder = new NameFinder(gazetteer);
    this.metonymy = new Metonymy(gazetteer.seeds());
    var groupWords = new GroupWords(gazetteer.seeds());
    this.groups = new GroupFinder(groupWords);
    this.unnamed = new UnnamedGroups(groupWords);
    this.genders = new Genders(gazetteer.seeds());
    this.nominals = new NominalFinder(gazetteer.seeds(), genders);
    this.overrides = new Overrides(gazetteer.seeds(), gazetteer);
    this.shared = new SharedNames(gazetteer);
  }

  /**
   * Resolves a text.
   *
   * @param text the annotated text
   * @param publishedAt its day, by which dated offices are read, or null where it is not known
   * @return all mentions outside boilerplate and bylines, in order of their beginnings, the longer
   *     first where two begin together, and their entities
   */
  public Resolution resolve(AnnotatedText text, LocalDate publishedAt) {
    var names =
        new NameMerger(gazetteer, metonymy, finder.cues(), genders, text, publishedAt)
            .merge(finder.find(text));
    names = shared.resolve(names);
    names.sort(Comparator.comparingInt(Referent::begin));
    names = new StateOrgans(gazetteer, finder.cues(), text, names).resolve();
    names.sort(Comparator.comparingInt(Referent::begin));
    var bySentence = bySentence(names);
    var all = new ArrayList<Referent>();
    for (var role : new RoleFinder(gazetteer, text, publishedAt).find(bySentence)) {
      // A phrase for a person is one mention; the country inside it is not another.
      bySentence
          .getOrDefault(role.sentence().index(), new ArrayList<>())
          .removeIf(name -> covers(role, name));
      all.add(role);
    }
    for (var sentence : text.sentences()) {
      var inside = bySentence.getOrDefault(sentence.index(), List.of());
      all.addAll(inside);
      if (sentence.section() != Section.BOILERPLATE && sentence.section() != Section.BYLINE) {
        // "Baltic states" is a known name: not a group besides.
        for (var group : groups.find(text, sentence, inside)) {
          if (inside.stream().noneMatch(name -> covers(name, group))) {
            all.add(group);
          }
        }
      }
    }
    all.sort(ORDER);
    var home = new HomeCountry(gazetteer, bySentence.values()).id().orElse(null);
    all.addAll(nominals.find(text, bySentence(all), home));
    all.sort(ORDER);
    all.addAll(unnamed.find(text, bySentence(all)));
    all.sort(ORDER);
    all.addAll(pronouns(text).find(bySentence(all)));
    all.sort(ORDER);
    var entities = new LinkedHashMap<String, Entity>();
    var mentions = new ArrayList<Mention>();
    for (var referent : all) {
      entities.putIfAbsent(referent.entity().id(), referent.entity());
      mentions.add(referent.mention(text));
    }
    return overrides.apply(new Resolution(mentions, entities));
  }

  private PronounFinder pronouns(AnnotatedText text) {
    var nouns = new PersonNouns(gazetteer.titles(), finder.cues());
    return new PronounFinder(
        text, new PersonPronouns(genders, nouns), new ThingPronouns(finder.cues()));
  }

  /**
   * The names of a text alone, each as what it is by itself: of "Russia's Foreign Ministry" both
   * the country and the ministry, of a capital that acts the place.
   *
   * @return PERSON, ORGANIZATION and LOCATION names in order, without overlap
   */
  public List<TypedName> names(AnnotatedText text) {
    return finder.find(text).stream().flatMap(span -> TypedName.of(span).stream()).toList();
  }

  private static boolean covers(Referent outer, Referent inner) {
    return outer.begin() <= inner.begin() && outer.end() >= inner.end();
  }

  private static Map<Integer, List<Referent>> bySentence(Collection<Referent> referents) {
    var map = new LinkedHashMap<Integer, List<Referent>>();
    for (var referent : referents) {
      map.computeIfAbsent(referent.sentence().index(), i -> new ArrayList<>()).add(referent);
    }
    return map;
  }
}
