package org.parley.entity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.nlp.AnnotatedText;

/**
 * Says whose each name of a text is: known forms first, then full names, then short names tied to
 * the full name of the same text that they shorten. No two known entities ever share a name here.
 */
final class NameMerger {
  private final Gazetteer gazetteer;
  private final Metonymy metonymy;
  private final AnnotatedText text;
  private final LocalDate day;
  private final Map<String, Integer> mentioned = new HashMap<>();
  private final Map<String, Entity> fullNames = new LinkedHashMap<>();
  private final Map<String, Set<Entity>> bySurname = new LinkedHashMap<>();
  private final Map<String, Set<Entity>> byFirstName = new LinkedHashMap<>();
  private final OrganizationNames organizations;
  private final Sport sport;
  private final Genders genders;

  NameMerger(
      Gazetteer gazetteer,
      Metonymy metonymy,
      NameCues cues,
      Genders genders,
      AnnotatedText text,
      LocalDate day) {
    this.gazetteer = gazetteer;
    this.metonymy = metonymy;
    this.text = text;
    this.day = day;
    this.organizations = new OrganizationNames(gazetteer, cues, text);
    this.sport = new Sport(cues, text);
    this.genders = genders;
  }

  List<Referent> merge(List<NameSpan> spans) {
    spans.forEach(this::count);
    var referents = new ArrayList<Referent>();
    var open = new ArrayList<NameSpan>();
    for (var span : spans) {
      var known = known(span);
      if (known == null) {
        open.add(span);
        collect(span);
      } else {
        referents.add(known);
        if (known.isPerson()) {
          fullNames.putIfAbsent(span.text(text), known.entity());
          fullNames.putIfAbsent(known.entity().name(), known.entity());
        } else if (known.entity().type() == EntityType.ORGANIZATION) {
          organizations.add(span, known.entity());
        }
      }
    }
    for (var span : open) {
      titled(span).ifPresent(entity -> fullNames.putIfAbsent(entity.name(), entity));
    }
    fullNames.forEach(
        (name, entity) -> {
          for (var surname : PersonName.surnames(name)) {
            bySurname.computeIfAbsent(surname, s -> new LinkedHashSet<>()).add(entity);
          }
          int space = name.indexOf(' ');
          if (space > 0) {
            byFirstName
                .computeIfAbsent(name.substring(0, space), s -> new LinkedHashSet<>())
                .add(entity);
          }
        });
    for (var span : open) {
      referents.add(read(span));
    }
    return referents;
  }

  private void count(NameSpan span) {
    if (span.form() != null) {
      for (var sense : span.form().senses()) {
        if (sense.use() == NameForm.Use.NAME || sense.use() == NameForm.Use.DEMONYM) {
          mentioned.merge(sense.entityId(), 1, Integer::sum);
        }
      }
    }
  }

  private void collect(NameSpan span) {
    var name = nameOf(span);
    if (span.type() == EntityType.PERSON && span.size() > 1 && !PersonName.isSurname(name)) {
      fullNames.computeIfAbsent(name, n -> entity(n, EntityType.PERSON));
    } else if (span.type() == EntityType.ORGANIZATION) {
      organizations.add(span, null);
    }
  }

  private Referent known(NameSpan span) {
    if (span.form() == null || (span.type() == EntityType.PERSON && !isPersonForm(span.form()))) {
      return null;
    }
    var form = span.form();
    var place = gazetteer.placeOf(form.text());
    var use =
        form.sense(NameForm.Use.CAPITAL) != null
            ? NameForm.Use.CAPITAL
            : form.sense(NameForm.Use.SEAT) != null ? NameForm.Use.SEAT : null;
    boolean isCountry =
        form.senses().stream()
            .anyMatch(s -> s.use() == NameForm.Use.NAME && s.entityId().startsWith("gpe:"));
    if (use != null && place != null && !isCountry) {
      var reading = metonymy.read(span.sentence(), span.first(), span.last(), use);
      return reading.acts()
          ? referent(span, Mention.Kind.METONYM, actor(form), "metonym", reading.confidence())
          : referent(span, Mention.Kind.NAME, place, "metonym-place", reading.confidence());
    }
    for (var sense : form.senses()) {
      if (NameFinder.typeOf(sense.entityId()) == span.type()) {
        double confidence = form.senses().size() == 1 ? 0.98 : 0.9;
        boolean located = span.type() == EntityType.COUNTRY || span.type() == EntityType.LOCATION;
        if (located
            && sense.use() == NameForm.Use.NAME
            && sport.isTeam(span.sentence(), span.first(), span.last())) {
          var team = Sport.team(gazetteer.entity(sense.entityId()).orElseThrow());
          return referent(span, team, "team", 0.7);
        }
        if (sense.use() == NameForm.Use.DEMONYM && isPeople(span)) {
          return people(span, sense.entityId());
        }
        return sense.use() == NameForm.Use.DEMONYM
            ? referent(span, Mention.Kind.DEMONYM, sense.entityId(), "demonym", confidence)
            : referent(span, Mention.Kind.NAME, sense.entityId(), "known-name", confidence);
      }
    }
    return null;
  }

  /** "Americans worry": the people, not their government; "the Russians" may be either. */
  private static boolean isPeople(NameSpan span) {
    var tokens = span.sentence().tokens();
    var pos = span.token(span.last() - 1).pos();
    return (pos.equals("NNPS") || pos.equals("NNS"))
        && !(span.first() > 0 && tokens.get(span.first() - 1).word().equalsIgnoreCase("the"));
  }

  private Referent people(NameSpan span, String country) {
    var slug = "people_of_" + country.substring(country.indexOf(':') + 1);
    var entity = new Entity("grp:" + slug, span.text(text), EntityType.GROUP, null);
    return new Referent(
        span.sentence(), span.first(), span.last(), Mention.Kind.DEMONYM, entity, "people", 0.9);
  }

  private static boolean isPersonForm(NameForm form) {
    return form.senses().stream().anyMatch(s -> s.entityId().startsWith("per:"));
  }

  /** Of all for whom a capital or seat may act, the one that the text mentions most. */
  private String actor(NameForm form) {
    String best = null;
    int most = -1;
    for (var sense : form.senses()) {
      boolean acts = !sense.entityId().startsWith("loc:") && !sense.entityId().startsWith("per:");
      // Of a country and its own organ (the White House) the organ is the closer.
      int count =
          mentioned.getOrDefault(sense.entityId(), 0)
              + (sense.entityId().startsWith("org:") ? 1_000 * rollsUp(sense.entityId()) : 0);
      // Brussels is the European Union's before it is Belgium's.
      boolean first =
          count == most && sense.entityId().startsWith("org:") && !best.startsWith("org:");
      if (acts && (count > most || first)) {
        best = sense.entityId();
        most = count;
      }
    }
    return best;
  }

  private int rollsUp(String id) {
    return gazetteer.rollUp(id).equals(id) ? 0 : 1;
  }

  private Referent read(NameSpan span) {
    var name = nameOf(span);
    if (span.type() == EntityType.PERSON) {
      return person(span, name);
    }
    if (span.type() == EntityType.ORGANIZATION) {
      var entity = organizations.entityOf(span);
      return referent(
          span, entity, entity.name().equals(name) ? "name" : "organization-variant", 0.8);
    }
    return referent(span, entity(name, span.type()), "name", 0.8);
  }

  private String nameOf(NameSpan span) {
    var name = span.text(text);
    return span.first() == 0 && span.type() == EntityType.PERSON ? PersonName.inside(name) : name;
  }

  private Referent person(NameSpan span, String name) {
    var full = fullNames.get(name);
    if (full != null) {
      return referent(span, full, "full-name", 0.95);
    }
    var titled = titled(span);
    if (titled.isPresent()) {
      return referent(span, titled.get(), "title-dated", 0.92);
    }
    var bySurnames = new LinkedHashSet<>(bySurname.getOrDefault(name, Set.of()));
    // "Mrs. Clinton" is not Bill Clinton.
    bySurnames.removeIf(entity -> genders.contradict(entity.name(), span.title()));
    if (!bySurnames.isEmpty()) {
      // Beside his family the text has the last name alone for whoever is in office.
      var acting = bySurnames.stream().filter(this::isInOffice).toList();
      var meant = acting.size() == 1 ? acting.get(0) : bySurnames.iterator().next();
      double confidence = bySurnames.size() == 1 ? 0.95 : acting.size() == 1 ? 0.8 : 0.6;
      return referent(span, meant, "surname", confidence);
    }
    var byFirst = byFirstName.getOrDefault(name, Set.of());
    if (byFirst.size() == 1 && !PersonName.isBeforeSuffix(span)) {
      return referent(span, byFirst.iterator().next(), "first-name", 0.8);
    }
    var persons = gazetteer.bySurname(name);
    // "bin Laden" tells more than "Smith": whoever bears it need not be in office.
    var known = PersonName.isSurname(name) ? persons : inOffice(persons);
    boolean common = persons.size() > 1 || !genders.of(name).isEmpty();
    if (known.size() == 1 && (PersonName.isSurname(name) || !common)) {
      var entity = gazetteer.entity(known.get(0)).orElseThrow();
      return referent(span, entity, "known-surname", 0.8);
    }
    return referent(span, entity(name, EntityType.PERSON), "name", 0.8);
  }

  /** "President Roe": the only Roe who held such an office on the day, otherwise ever before. */
  private Optional<Entity> titled(NameSpan span) {
    if (span.type() != EntityType.PERSON || span.title().isEmpty() || span.form() != null) {
      return Optional.empty();
    }
    var role = Roles.normal(span.title());
    var ever = new ArrayList<String>();
    var now = new ArrayList<String>();
    for (var person : gazetteer.bySurname(nameOf(span))) {
      for (var office : gazetteer.officesOf(person)) {
        boolean begun = day == null || office.from() == null || !day.isBefore(office.from());
        if (begun && office.titleWords().contains(role) && !ever.contains(person)) {
          ever.add(person);
        }
        if (day != null && office.titleWords().contains(role) && office.heldOn(day)) {
          now.add(person);
        }
      }
    }
    var held = now.isEmpty() ? ever : now;
    return held.size() == 1 ? gazetteer.entity(held.get(0)) : Optional.empty();
  }

  private boolean isInOffice(Entity person) {
    return day != null && !gazetteer.holderOf(person.id(), day).isEmpty();
  }

  private List<String> inOffice(List<String> persons) {
    if (day == null) {
      return persons;
    }
    return persons.stream().filter(p -> !gazetteer.holderOf(p, day).isEmpty()).toList();
  }

  private Referent referent(
      NameSpan span, Mention.Kind kind, String id, String rule, double confidence) {
    return new Referent(
        span.sentence(),
        span.first(),
        span.last(),
        kind,
        gazetteer.entity(id).orElseThrow(),
        rule,
        confidence);
  }

  private static Referent referent(NameSpan span, Entity entity, String rule, double confidence) {
    return new Referent(
        span.sentence(), span.first(), span.last(), Mention.Kind.NAME, entity, rule, confidence);
  }

  private Entity entity(String name, EntityType type) {
    return entity(gazetteer, name, type);
  }

  /** The entity of a name: a known one where only capitals, accents or signs tell the two apart. */
  static Entity entity(Gazetteer gazetteer, String name, EntityType type) {
    var id = type.prefix() + ":" + Slug.of(name);
    return gazetteer.entity(id).orElseGet(() -> new Entity(id, name, type, null));
  }
}
