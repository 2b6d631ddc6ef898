package org.parley.entity;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whom the names of a text that no seed knows stand for by a large dictionary. A link needs a form
 * that nearly always leads to its page, a page that more than one form knows, a type that the
 * page's title does not contradict and, where the title tells it from namesakes, the text's own
 * support. A person needs a first name.
 */
public final class DictionaryLinker {
  /** The rule of the names that were linked so. */
  public static final String RULE = "dictionary";

  /** How sure such a link is. */
  public static final double CONFIDENCE = 0.85;

  /** How much of the links with a form must lead to a page of another name. */
  public static final double SURE = 0.9;

  private static final double SAME_NAME = 0.7;
  private static final int FORMS_OF_PERSON = 3;
  private static final int FORMS_OF_SHORT = 5;
  private static final int CASELESS = 6;
  private static final int STEM = 4;
  private static final double MOST = 0.75;
  private static final Set<String> WORKS =
      Set.of(
          "film",
          "album",
          "song",
          "novel",
          "series",
          "book",
          "band",
          "game",
          "magazine",
          "single",
          "show",
          "ep",
          "opera",
          "play",
          "character",
          "comics",
          "musical",
          "episode",
          "surname",
          "name",
          "miniseries",
          "manga",
          "painting",
          "poem",
          "story",
          "soundtrack",
          "horse",
          "ship");

  private final Gazetteer gazetteer;

  public DictionaryLinker(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Whether an entity of a text is a name to look up. */
  public boolean isOpen(Entity entity) {
    return switch (entity.type()) {
      case PERSON -> isUnknown(entity) && entity.name().indexOf(' ') > 0;
      case ORGANIZATION, LOCATION ->
          isUnknown(entity) && entity.name().length() > 1 && !entity.name().endsWith(")");
      case COUNTRY, GROUP -> false;
    };
  }

  private boolean isUnknown(Entity entity) {
    return entity.wikidataId() == null && gazetteer.entity(entity.id()).isEmpty();
  }

  /**
   * Links the entities of a text.
   *
   * @param entities those of the text
   * @param text its characters, by which namesakes are told apart
   * @param found what the dictionary says of their names, whatever the capitals
   * @return for the ids of entities that were linked, the entities that they stand for
   */
  public Map<String, Entity> links(
      Collection<Entity> entities, String text, Collection<DictionaryEntry> found) {
    var links = new LinkedHashMap<String, Entity>();
    for (var entity : entities) {
      var entry = isOpen(entity) ? entry(entity.name(), found) : null;
      if (entry != null && isSafe(entity, entry, text)) {
        links.put(entity.id(), linked(entity, entry));
      }
    }
    return links;
  }

  /** The form as it is written, otherwise the best known one with other capitals. */
  private static DictionaryEntry entry(String name, Collection<DictionaryEntry> found) {
    DictionaryEntry best = null;
    for (var entry : found) {
      if (entry.form().equals(name)) {
        return entry;
      }
      boolean like = name.length() >= CASELESS && entry.form().equalsIgnoreCase(name);
      if (like && (best == null || entry.forms() > best.forms())) {
        best = entry;
      }
    }
    return best;
  }

  private boolean isSafe(Entity entity, DictionaryEntry entry, String text) {
    boolean same = plain(entry.plainTitle()).equals(plain(entity.name()));
    boolean sure = entry.probability() >= SURE || (same && entry.probability() >= SAME_NAME);
    boolean person = entity.type() == EntityType.PERSON;
    boolean oneWord = entity.name().indexOf(' ') < 0;
    int least = person ? FORMS_OF_PERSON : oneWord ? FORMS_OF_SHORT : DictionaryEntry.LEAST_FORMS;
    if (!sure || entry.forms() < least) {
      return false;
    }
    var description = entry.description().toLowerCase(Locale.ROOT);
    var words = Set.of(description.split(" ", -1));
    if (WORKS.stream().anyMatch(words::contains)) {
      return false;
    }
    if (person && !lastWord(entry.plainTitle()).equals(lastWord(entity.name()))) {
      return false;
    }
    if (!person && !same) {
      var title = entry.plainTitle();
      boolean like =
          oneWord
              ? isStart(entity.name(), title) || OrganizationNames.isAcronym(entity.name(), title)
              : isLike(entity.name(), title);
      if (!like) {
        return false;
      }
    }
    return description.isEmpty()
        || entry.probability() >= SURE
        || text.toLowerCase(Locale.ROOT).contains(description);
  }

  /** The entity of a title; one of the seeds where that is its name. */
  private Entity linked(Entity entity, DictionaryEntry entry) {
    var known = gazetteer.named(entry.title());
    if (known.isPresent() && known.get().type() == entity.type()) {
      return known.get();
    }
    var id = entity.type().prefix() + ":" + Slug.of(entry.title());
    return gazetteer.entity(id).orElse(new Entity(id, entry.title(), entity.type(), null));
  }

  /** Whether most words of a name begin as a word of a title does: "Victorian", "Victoria". */
  private static boolean isLike(String name, String title) {
    var words = Slug.of(name).split("_", -1);
    var others = Slug.of(title).split("_", -1);
    int like = 0;
    for (var word : words) {
      var stem = word.substring(0, Math.min(STEM, word.length()));
      like += Arrays.stream(others).anyMatch(other -> other.startsWith(stem)) ? 1 : 0;
    }
    return like >= words.length * MOST;
  }

  /** "UnitedHealthcare" of "UnitedHealth Group", but not "Stalingrad" of its battle. */
  private static boolean isStart(String name, String title) {
    var word = plain(name);
    return word.length() >= STEM && plain(title).startsWith(word.substring(0, STEM));
  }

  private static String plain(String name) {
    return Slug.of(name).replace("_", "");
  }

  private static String lastWord(String name) {
    var words = Slug.of(name).split("_", -1);
    return words[words.length - 1];
  }

  /** A resolution with the links: the names' rule is {@value #RULE}, all other rules stay. */
  public static Resolution apply(Resolution resolution, Map<String, Entity> links) {
    var entities = new HashMap<String, Entity>(resolution.entities());
    entities.keySet().removeAll(links.keySet());
    links.values().forEach(entity -> entities.put(entity.id(), entity));
    var mentions =
        resolution.mentions().stream()
            .map(
                m -> {
                  var to = links.get(m.entityId());
                  return to == null
                      ? m
                      : new Mention(
                          m.sentence(),
                          m.begin(),
                          m.end(),
                          m.text(),
                          m.kind(),
                          to.id(),
                          m.kind() == Mention.Kind.NAME ? RULE : m.rule(),
                          m.kind() == Mention.Kind.NAME
                              ? Math.min(m.confidence(), CONFIDENCE)
                              : m.confidence());
                })
            .toList();
    return new Resolution(mentions, entities);
  }
}
