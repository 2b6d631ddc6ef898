package org.parley.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;

/**
 * Ministries that are named without their country: "the Foreign Ministry" belongs to Russia in one
 * text and to Finland in the next. Whose it is: that of a possessive or an "of", that of the city
 * that it is in, that of such a ministry elsewhere in the text, that of the known person who speaks
 * for it, that of the dateline, and last, with little confidence, the one country of which the
 * sentence or those before speak.
 */
final class StateOrgans {
  private static final int REACH = 2;

  /** An owner surer than this is taken for what the text says. */
  private static final double SAID = 0.75;

  private static final Set<String> POSSESSIVE = Set.of("'s", "\u2019s", "'", "\u2019");

  /** Whom one country sends to another: not whose ministry it is. */
  private static final Set<String> SENT =
      Set.of("ambassador", "envoy", "embassy", "diplomat", "consul", "consulate", "attaché");

  private final Gazetteer gazetteer;
  private final Ministries ministries;
  private final NameCues cues;
  private final AnnotatedText text;
  private final Map<Integer, List<Referent>> names = new TreeMap<>();
  private final Map<String, Set<String>> named = new TreeMap<>();

  /**
   * The ministries of a text.
   *
   * @param referents its names, in order
   */
  StateOrgans(Gazetteer gazetteer, NameCues cues, AnnotatedText text, List<Referent> referents) {
    this.gazetteer = gazetteer;
    this.ministries = new Ministries(gazetteer);
    this.cues = cues;
    this.text = text;
    for (var referent : referents) {
      names.computeIfAbsent(referent.sentence().index(), i -> new ArrayList<>()).add(referent);
    }
  }

  /** Whose it is, by which rule and how surely. */
  private record Owner(String country, String rule, double confidence) {}

  /** The names with each ministry in its country's place, and those in small letters besides. */
  List<Referent> resolve() {
    for (var here : names.values()) {
      here.forEach(referent -> note(referent, here));
    }
    var found = new ArrayList<Referent>();
    for (var sentence : text.sentences()) {
      var here = names.getOrDefault(sentence.index(), List.of());
      for (var referent : here) {
        var domain = domain(referent);
        var owner = domain.flatMap(of -> owner(referent, of, here));
        owner
            .filter(whose -> whose.confidence() > SAID)
            .ifPresent(whose -> note(Ministries.head(domain.orElseThrow()), whose.country()));
        found.add(owner.map(whose -> owned(referent, whose)).orElse(referent));
      }
      if (!here.isEmpty() || names.containsKey(sentence.index() - 1)) {
        small(sentence, here, found);
      }
    }
    return found;
  }

  private Optional<String> domain(Referent referent) {
    boolean open =
        referent.entity().type() == EntityType.ORGANIZATION
            && gazetteer.entity(referent.entity().id()).isEmpty();
    return open ? Ministries.domain(referent.entity().name()) : Optional.empty();
  }

  /** Notes a ministry whose country stands beside it or is known. */
  private void note(Referent referent, List<Referent> here) {
    if (referent.entity().type() != EntityType.ORGANIZATION) {
      return;
    }
    var known = gazetteer.entity(referent.entity().id()).isPresent();
    if (known) {
      var country = gazetteer.rollUp(referent.entity().id());
      var name = referent.entity().name();
      int space = name.indexOf(' ');
      // "Russian Foreign Ministry"
      if (country.startsWith("gpe:") && name.endsWith(" Ministry") && space > 0) {
        Ministries.domain(name.substring(space + 1)).ifPresent(domain -> note(domain, country));
      }
    } else {
      var domain = domain(referent);
      if (domain.isPresent()) {
        beside(referent, domain.get(), here)
            .ifPresent(country -> note(Ministries.head(domain.get()), country));
      }
    }
  }

  private void note(String domain, String country) {
    named.computeIfAbsent(domain, d -> new LinkedHashSet<>()).add(country);
  }

  private Optional<Owner> owner(Referent organ, String domain, List<Referent> here) {
    var beside = beside(organ, domain, here);
    if (beside.isPresent()) {
      return Optional.of(new Owner(beside.get(), "ministry-possessive", 0.93));
    }
    if (domain.contains(" of ")) {
      return Optional.empty();
    }
    var seat = seat(organ, here);
    if (seat.isPresent()) {
      return Optional.of(new Owner(seat.get(), "ministry-seat", 0.9));
    }
    var inText = named.getOrDefault(domain, Set.of());
    if (inText.size() == 1) {
      return Optional.of(new Owner(inText.iterator().next(), "ministry-in-text", 0.85));
    }
    var speaker = speaker(organ, here);
    if (speaker.isPresent()) {
      return Optional.of(new Owner(speaker.get(), "ministry-person", 0.8));
    }
    var dateline = dateline();
    if (dateline.isPresent()) {
      return Optional.of(new Owner(dateline.get(), "ministry-dateline", 0.7));
    }
    return spokenOf(organ.sentence(), organ.first())
        .map(country -> new Owner(country, "ministry-sentence", 0.55));
  }

  /** "Finland's Culture Ministry", "the Culture Ministry of Finland". */
  private Optional<String> beside(Referent organ, String domain, List<Referent> here) {
    int of = domain.lastIndexOf(" of ");
    if (of >= 0) {
      var name = organ.entity().name();
      var last = name.substring(name.lastIndexOf(" of ") + 4);
      return gazetteer
          .named(last)
          .filter(e -> e.type() == EntityType.COUNTRY)
          .map(Entity::id)
          .filter(id -> Ministries.head(domain).indexOf(' ') < 0);
    }
    int before = organ.first();
    if (before > 0 && POSSESSIVE.contains(organ.sentence().tokens().get(before - 1).word())) {
      before--;
    }
    for (var name : here) {
      if (name.last() == before && name.first() < organ.first()) {
        return country(name);
      }
    }
    return Optional.empty();
  }

  /** "The Foreign Ministry in New Delhi". */
  private Optional<String> seat(Referent organ, List<Referent> here) {
    var tokens = organ.sentence().tokens();
    boolean in = organ.last() < tokens.size() && tokens.get(organ.last()).word().equals("in");
    return here.stream()
        .filter(name -> in && name.first() == organ.last() + 1)
        .filter(name -> name.entity().type() != EntityType.PERSON)
        .findFirst()
        .flatMap(this::country);
  }

  /** The known person named after "Foreign Ministry spokeswoman". */
  private Optional<String> speaker(Referent organ, List<Referent> here) {
    var tokens = organ.sentence().tokens();
    for (var name : here) {
      boolean titled =
          name.isPerson()
              && name.first() > organ.last()
              && name.first() <= organ.last() + 3
              && tokens.subList(organ.last(), name.first()).stream()
                  .allMatch(token -> token.pos().startsWith("NN") || token.pos().equals(","));
      if (titled) {
        return gazetteer.countryOf(name.entity().id());
      }
    }
    return Optional.empty();
  }

  /** "MOSCOW (AP) --": the country of the place from which the text comes. */
  private Optional<String> dateline() {
    for (var sentence : text.sentences()) {
      var here = names.getOrDefault(sentence.index(), List.of());
      if (here.isEmpty() || here.get(0).first() > 0) {
        continue;
      }
      var place = here.get(0);
      if (place.entity().type() == EntityType.LOCATION
          && Metonymy.isDateline(sentence, place.last())) {
        return gazetteer.countryOf(place.entity().id());
      }
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The one country of the sentence up to a token, otherwise of the nearest sentence before. */
  private Optional<String> spokenOf(Sentence sentence, int end) {
    for (int back = 0; back <= REACH; back++) {
      int index = sentence.index() - back;
      int limit = back == 0 ? end : Integer.MAX_VALUE;
      var countries = new LinkedHashSet<String>();
      var persons = new LinkedHashSet<String>();
      for (var name : names.getOrDefault(index, List.of())) {
        if (name.last() <= limit && !isSent(name)) {
          (name.isPerson() ? gazetteer.countryOf(name.entity().id()) : country(name))
              .ifPresent(name.isPerson() ? persons::add : countries::add);
        }
      }
      var spoken = countries.isEmpty() ? persons : countries;
      if (!spoken.isEmpty()) {
        return spoken.size() == 1 ? Optional.of(spoken.iterator().next()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isSent(Referent name) {
    var tokens = name.sentence().tokens();
    return tokens.subList(name.last(), Math.min(tokens.size(), name.last() + 3)).stream()
        .anyMatch(token -> SENT.contains(Governor.lemma(token)));
  }

  private Optional<String> country(Referent name) {
    return switch (name.entity().type()) {
      case COUNTRY -> Optional.of(name.entity().id());
      case ORGANIZATION ->
          Optional.of(gazetteer.rollUp(name.entity().id())).filter(id -> id.startsWith("gpe:"));
      case LOCATION -> gazetteer.countryOf(name.entity().id());
      case PERSON, GROUP -> Optional.empty();
    };
  }

  private Referent owned(Referent organ, Owner owner) {
    return new Referent(
        organ.sentence(),
        organ.first(),
        organ.last(),
        organ.kind(),
        ministries.entity(
            Ministries.head(Ministries.domain(organ.entity().name()).orElseThrow()),
            owner.country()),
        owner.rule(),
        owner.confidence());
  }

  /** "the foreign ministry". */
  private void small(Sentence sentence, List<Referent> here, List<Referent> found) {
    var tokens = sentence.tokens();
    for (int i = 2; i < tokens.size(); i++) {
      var domain = tokens.get(i - 1).word().replace("defence", "defense");
      if (!tokens.get(i).word().equals("ministry")
          || !cues.isMinistry(domain)
          || !isArticle(tokens.get(i - 2))) {
        continue;
      }
      int first = i - 2;
      int last = i + 1;
      boolean free = here.stream().noneMatch(n -> n.first() < last && n.last() > first);
      var organ =
          new Referent(
              sentence,
              first,
              last,
              Mention.Kind.ROLE,
              new Entity(
                  "org:" + domain + "_ministry",
                  domain + " ministry",
                  EntityType.ORGANIZATION,
                  null),
              "",
              0);
      if (free) {
        owner(organ, domain, here).map(owner -> owned(organ, owner)).ifPresent(found::add);
      }
    }
  }

  private static boolean isArticle(Token token) {
    return token.word().equalsIgnoreCase("the");
  }
}
