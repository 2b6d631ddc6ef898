package org.parley.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.nlp.AnnotatedText;

/**
 * Offices that stand for their holders: "the U.S. president", "Germany's chancellor", "the prime
 * minister". With a country: whom the text calls so, then the dated offices of the seeds, then,
 * with little confidence, the country.
 *
 * <p>Without one, an office of state is that of the country which the text takes for granted: the
 * one whose president it introduces as "President NAME", otherwise the one that it is about.
 * Somebody of another country is meant only where nobody else can be. Any other office takes up the
 * last who was introduced with it, if the sentences just before speak of him.
 */
final class RoleFinder {
  /** How many sentences back a holder may have been named. */
  private static final int REACH = 3;

  private final Gazetteer gazetteer;
  private final AnnotatedText text;
  private final LocalDate day;
  private final Map<Integer, List<Referent>> persons = new LinkedHashMap<>();
  private final Map<String, Entity> named = new LinkedHashMap<>();

  RoleFinder(Gazetteer gazetteer, AnnotatedText text, LocalDate day) {
    this.gazetteer = gazetteer;
    this.text = text;
    this.day = day;
  }

  /**
   * Finds the roles.
   *
   * @param names the names of the text, by sentence index
   * @return the referents of the roles that stand for somebody, in order
   */
  List<Referent> find(Map<Integer, List<Referent>> names) {
    var reader = new RoleReader(gazetteer.titles(), text);
    for (var sentence : text.sentences()) {
      var here = names.getOrDefault(sentence.index(), List.of());
      for (var name : here) {
        if (name.isPerson()) {
          named.putIfAbsent(name.entity().id(), name.entity());
          mention(name);
        }
      }
      reader.read(sentence, here);
    }
    var facts = reader.facts().stream().filter(this::isInForce).toList();
    var home = new HomeCountry(gazetteer, names.values()).id();
    var found = new ArrayList<Referent>();
    for (var phrase : reader.phrases()) {
      // "NAME, the chairman": that one, in office today or not.
      var here =
          reader.facts().stream()
              .filter(fact -> fact.phrase().begin() == phrase.begin())
              .findFirst()
              .map(fact -> referent(phrase, fact.person(), "role-in-text", 0.95));
      var referent = here.isPresent() || !phrase.now() ? here : resolve(phrase, facts, home);
      referent.ifPresent(
          one -> {
            found.add(one);
            mention(one);
          });
    }
    return found;
  }

  private void mention(Referent person) {
    persons.computeIfAbsent(person.sentence().index(), i -> new ArrayList<>()).add(person);
  }

  /** "President NAME" of one whose term is over is history. */
  private boolean isInForce(RoleFact fact) {
    var offices =
        gazetteer.officesOf(fact.person().id()).stream()
            .filter(office -> office.titleWords().contains(fact.phrase().role()))
            .toList();
    return day == null || offices.isEmpty() || offices.stream().anyMatch(o -> o.heldOn(day));
  }

  private Optional<Referent> resolve(
      RolePhrase phrase, List<RoleFact> facts, Optional<String> home) {
    var said =
        facts.stream()
            .filter(fact -> Roles.takesUp(phrase.role(), fact.phrase().role()))
            .filter(fact -> fact.phrase().marks().containsAll(phrase.marks()))
            .toList();
    if (phrase.holder() != null) {
      return ofHolder(phrase, said);
    }
    return phrase.marks().isEmpty() && gazetteer.isStateOffice(phrase.role())
        ? ofState(phrase, said, home)
        : ofAnybody(phrase, said, facts);
  }

  private Optional<Referent> ofHolder(RolePhrase phrase, List<RoleFact> said) {
    RoleFact last = null;
    for (var fact : said) {
      if (agrees(phrase, fact) && (last == null || fact.phrase().begin() <= phrase.begin())) {
        last = fact;
      }
    }
    if (last != null) {
      return Optional.of(referent(phrase, last.person(), "role-in-text", 0.95));
    }
    var held = held(phrase);
    if (held.isPresent()) {
      double confidence = named.containsKey(held.get().id()) ? 0.93 : 0.8;
      return Optional.of(referent(phrase, held.get(), "role-dated", confidence));
    }
    var kind = gazetteer.titles().kind(phrase.role());
    boolean office = kind == null || kind.equals("office") || kind.equals("honorific");
    boolean known = phrase.definite() || phrase.holder().type() == EntityType.COUNTRY;
    return office && known
        ? Optional.of(referent(phrase, phrase.holder(), "role-country", 0.4))
        : Optional.empty();
  }

  private boolean agrees(RolePhrase phrase, RoleFact fact) {
    if (fact.phrase().holder() != null) {
      return sameHolder(fact.phrase().holder().id(), phrase.holder().id());
    }
    // "President NAME" without a country: then the seeds must know that it is this one.
    var offices = gazetteer.officesOf(fact.person().id());
    return offices.stream().anyMatch(o -> sameHolder(o.holderOf(), phrase.holder().id()));
  }

  private boolean sameHolder(String one, String other) {
    return one.equals(other) || gazetteer.rollUp(one).equals(gazetteer.rollUp(other));
  }

  private Optional<Entity> held(RolePhrase phrase) {
    var ids = gazetteer.holders(phrase.holder().id(), phrase.role(), day);
    var present = ids.stream().filter(named::containsKey).toList();
    var chosen = ids.size() == 1 && day != null ? ids : present;
    return chosen.size() == 1 && heldThen(phrase, chosen.get(0))
        ? gazetteer.entity(chosen.get(0))
        : Optional.empty();
  }

  /** Whether a person held an office in each year that a sentence names before the text's own. */
  private boolean heldThen(RolePhrase phrase, String person) {
    for (var token : phrase.sentence().tokens()) {
      if (day != null && token.word().matches("(19|20)\\d\\d")) {
        var then = LocalDate.of(Integer.parseInt(token.word()), 7, 1);
        boolean past = then.getYear() < day.getYear() - 1;
        if (past
            && !gazetteer.holders(phrase.holder().id(), phrase.role(), then).contains(person)) {
          return false;
        }
      }
    }
    return true;
  }

  /** "The president", of which every country has one. */
  private Optional<Referent> ofState(
      RolePhrase phrase, List<RoleFact> said, Optional<String> home) {
    var bearers = new LinkedHashSet<String>();
    var atHome = new LinkedHashSet<String>();
    for (var fact : said) {
      bearers.add(fact.person().id());
      if (fact.phrase().holder() == null) {
        atHome.add(fact.person().id());
      }
    }
    named.keySet().stream().filter(id -> isInOffice(id, phrase.role())).forEach(bearers::add);
    var own = home.flatMap(country -> holder(country, phrase.role()));
    // "President NAME" of one who never was is a supposition where the seeds know who is.
    boolean sure = own.isEmpty() || atHome.stream().anyMatch(id -> isInOffice(id, phrase.role()));
    var taken = atHome.size() == 1 && sure ? Optional.of(atHome.iterator().next()) : own;
    var near = near(phrase, bearers);
    if (taken.isPresent()) {
      boolean told = said.stream().anyMatch(f -> f.person().id().equals(taken.get()));
      // Where the sentences before speak of another president alone, either may be meant.
      boolean known = told || (phrase.isCapital() && named.containsKey(taken.get()));
      boolean clear = near.equals(taken) || (known && near.isEmpty());
      return entity(taken.get())
          .filter(e -> clear)
          .map(
              e -> referent(phrase, e, told ? "role-in-text" : "role-present", told ? 0.85 : 0.75));
    }
    var one = bearers.size() == 1 ? Optional.of(bearers.iterator().next()) : near;
    boolean told =
        one.isPresent() && said.stream().anyMatch(f -> f.person().id().equals(one.get()));
    return one.filter(id -> isOf(id, home))
        .flatMap(this::entity)
        .map(e -> referent(phrase, e, told ? "role-in-text" : "role-present", told ? 0.8 : 0.75));
  }

  /** Whether nothing tells that a person is of another country than the text's. */
  private boolean isOf(String person, Optional<String> home) {
    var country = gazetteer.countryOf(person);
    return home.isEmpty() || country.isEmpty() || country.equals(home);
  }

  /** "The sheriff": one of those introduced so, of whom the sentences before speak. */
  private Optional<Referent> ofAnybody(
      RolePhrase phrase, List<RoleFact> said, List<RoleFact> facts) {
    var bearers = new LinkedHashSet<String>();
    said.stream()
        .filter(fact -> fact.phrase().begin() < phrase.begin())
        .forEach(fact -> bearers.add(fact.person().id()));
    named.keySet().stream().filter(id -> isInOffice(id, phrase.role())).forEach(bearers::add);
    var told = facts.stream().map(fact -> fact.person().id()).collect(Collectors.toSet());
    return near(phrase, bearers)
        .filter(person -> !isFollowed(phrase, person, told))
        .flatMap(this::entity)
        .map(e -> referent(phrase, e, "role-in-text", 0.85));
  }

  private boolean isInOffice(String person, String role) {
    return !role.equals("leader")
        && gazetteer.officesOf(person).stream()
            .anyMatch(o -> (day == null || o.heldOn(day)) && o.titleWords().contains(role));
  }

  private Optional<String> holder(String country, String role) {
    var ids = day == null ? List.<String>of() : gazetteer.holders(country, role, day);
    return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
  }

  /** The only one of some persons in the last sentence, up to a phrase, that names any of them. */
  private Optional<String> near(RolePhrase phrase, Set<String> bearers) {
    int index = phrase.sentence().index();
    for (int back = 0; back <= REACH; back++) {
      var here = before(phrase, index - back);
      here.retainAll(bearers);
      if (!here.isEmpty()) {
        return here.size() == 1 ? Optional.of(here.get(0)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether somebody of whom the text does not tell what he is was named after a person. */
  private boolean isFollowed(RolePhrase phrase, String person, Set<String> told) {
    int index = phrase.sentence().index();
    for (int back = 0; back <= REACH; back++) {
      var here = before(phrase, index - back);
      var after = here.subList(here.indexOf(person) + 1, here.size());
      if (here.contains(person) || !told.containsAll(after)) {
        return !told.containsAll(after);
      }
    }
    return false;
  }

  /** The persons whom a sentence names before a phrase, in order of their last mentions. */
  private List<String> before(RolePhrase phrase, int sentence) {
    var ids = new LinkedHashSet<String>();
    for (var person : persons.getOrDefault(sentence, List.of())) {
      if (person.begin() < phrase.begin()) {
        ids.remove(person.entity().id());
        ids.add(person.entity().id());
      }
    }
    return new ArrayList<>(ids);
  }

  private Optional<Entity> entity(String id) {
    return Optional.ofNullable(named.get(id)).or(() -> gazetteer.entity(id));
  }

  private static Referent referent(
      RolePhrase phrase, Entity entity, String rule, double confidence) {
    return new Referent(
        phrase.sentence(),
        phrase.first(),
        phrase.last(),
        Mention.Kind.ROLE,
        entity,
        rule,
        confidence);
  }
}
