package org.parley.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.parley.seed.Seeds;

/**
 * What a user says about entities, which beats all rules: {@code same.csv} (entity_id, same_as),
 * {@code different.csv} (alias, entity_id, is), {@code rename.csv} (entity_id, name) and {@code
 * drop.csv} (alias, entity_id). They are applied in the order drop, different, same, rename, and
 * show in the rule of each mention that they changed ({@code known-name+same}). New entities
 * ({@code add.csv}) are the {@link Gazetteer}'s to read; their mentions' rules end in {@code +add}.
 * Applied again they change nothing, so that they hold for the ids of one text as well as for those
 * that a corpus gives. Immutable.
 */
public final class Overrides {
  private final Map<String, String> same = new LinkedHashMap<>();
  private final Map<AliasOf, String> different = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Set<AliasOf> drops = new LinkedHashSet<>();
  private final Set<String> added = new HashSet<>();
  private final Gazetteer gazetteer;

  /** An alias of an entity; either may be empty, which stands for all. */
  private record AliasOf(String alias, String entityId) {}

  /**
   * Reads the overrides of seeds that have any.
   *
   * @throws IllegalArgumentException if a row is not well formed or contradicts another one; the
   *     message names file, record and remedy
   */
  public Overrides(Seeds seeds, Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    rows(seeds, Seeds.ADD).forEach(row -> added.add(cell(Seeds.ADD, row, "id")));
    for (var row : rows(seeds, Seeds.SAME)) {
      var id = id(Seeds.SAME, row, "entity_id");
      var other = id(Seeds.SAME, row, "same_as");
      once(Seeds.SAME, row, same, id, other);
    }
    for (var row : rows(seeds, Seeds.DIFFERENT)) {
      var alias = cell(Seeds.DIFFERENT, row, "alias");
      var id = id(Seeds.DIFFERENT, row, "entity_id");
      var is = cell(Seeds.DIFFERENT, row, "is");
      if (alias.isEmpty()) {
        throw bad(Seeds.DIFFERENT, row, "alias is empty");
      }
      var own = id.substring(0, id.indexOf(':') + 1) + Slug.of(alias);
      is = is.isEmpty() ? own : id(Seeds.DIFFERENT, row, "is");
      once(Seeds.DIFFERENT, row, different, new AliasOf(alias, id), is);
      if (target(id, Seeds.DIFFERENT, row).equals(target(is, Seeds.DIFFERENT, row))) {
        throw bad(
            Seeds.DIFFERENT,
            row,
            is + " is " + id + " by " + Seeds.SAME + ": remove one of the two");
      }
    }
    for (var row : rows(seeds, Seeds.RENAME)) {
      var name = cell(Seeds.RENAME, row, "name");
      if (name.isEmpty()) {
        throw bad(Seeds.RENAME, row, "name is empty");
      }
      once(Seeds.RENAME, row, names, id(Seeds.RENAME, row, "entity_id"), name);
    }
    for (var row : rows(seeds, Seeds.DROP)) {
      var alias = cell(Seeds.DROP, row, "alias");
      var id = cell(Seeds.DROP, row, "entity_id");
      if (alias.isEmpty() && id.isEmpty()) {
        throw bad(Seeds.DROP, row, "neither alias nor entity_id is given");
      }
      if (!id.isEmpty()) {
        id(Seeds.DROP, row, "entity_id");
      }
      if (alias.isEmpty() && (same.containsValue(id) || names.containsKey(id))) {
        var file = names.containsKey(id) ? Seeds.RENAME : Seeds.SAME;
        throw bad(Seeds.DROP, row, id + " is dropped here and used in " + file);
      }
      drops.add(new AliasOf(alias, id));
    }
    for (var row : rows(seeds, Seeds.SAME)) {
      target(row.get("entity_id"), Seeds.SAME, row);
    }
  }

  /** Whether the user said nothing. */
  public boolean isEmpty() {
    return Stream.of(same.keySet(), different.keySet(), names.keySet(), drops, added)
        .allMatch(Set::isEmpty);
  }

  /** Whether the user said who somebody is: no rule finds another one for that id. */
  public boolean isSaid(String id) {
    return same.containsValue(id)
        || different.containsValue(id)
        || names.containsKey(id)
        || added.contains(id);
  }

  /** The resolution as the user wants it. */
  public Resolution apply(Resolution resolution) {
    if (isEmpty()) {
      return resolution;
    }
    var entities = new LinkedHashMap<String, Entity>();
    var mentions = new ArrayList<Mention>();
    var moved = moved(resolution);
    for (var mention : resolution.mentions()) {
      if (!isDropped(mention)) {
        var changed = changed(mention, moved);
        var id = changed.entityId();
        mentions.add(changed);
        entities.computeIfAbsent(id, i -> entity(i, mention, resolution));
      }
    }
    return new Resolution(mentions, entities);
  }

  /**
   * The entities of a text all of whose names there stand for another one: its short names, roles
   * and pronouns follow.
   */
  private Map<String, String> moved(Resolution resolution) {
    var stay = new HashSet<String>();
    var moved = new LinkedHashMap<String, String>();
    for (var mention : resolution.mentions()) {
      var is = different.get(new AliasOf(mention.text(), mention.entityId()));
      if (is != null) {
        moved.putIfAbsent(mention.entityId(), is);
      } else if (mention.kind() == Mention.Kind.NAME && mention.text().indexOf(' ') > 0) {
        stay.add(mention.entityId());
      }
    }
    moved.keySet().removeAll(stay);
    return moved;
  }

  private boolean isDropped(Mention mention) {
    return drops.contains(new AliasOf("", mention.entityId()))
        || drops.contains(new AliasOf(mention.text(), ""))
        || drops.contains(new AliasOf(mention.text(), mention.entityId()));
  }

  private Mention changed(Mention mention, Map<String, String> moved) {
    var id = mention.entityId();
    var rule = mention.rule();
    double confidence = mention.confidence();
    var is = different.getOrDefault(new AliasOf(mention.text(), id), moved.get(id));
    if (is != null) {
      id = is;
      rule = with(rule, "+different");
      confidence = 1;
    }
    if (same.containsKey(id)) {
      while (same.containsKey(id)) {
        id = same.get(id);
      }
      rule = with(rule, "+same");
    }
    if (names.containsKey(id)) {
      rule = with(rule, "+rename");
    }
    if (added.contains(id)) {
      rule = with(rule, "+add");
    }
    return new Mention(
        mention.sentence(),
        mention.begin(),
        mention.end(),
        mention.text(),
        mention.kind(),
        id,
        rule,
        confidence);
  }

  private static String with(String rule, String mark) {
    return rule.contains(mark) ? rule : rule + mark;
  }

  private Entity entity(String id, Mention mention, Resolution resolution) {
    var there = resolution.entities().get(id);
    var found = there != null ? there : gazetteer.entity(id).orElse(null);
    var type = NameFinder.typeOf(id);
    var name = names.get(id);
    if (name == null) {
      name = found != null ? found.name() : mention.text();
    }
    return new Entity(id, name, type, found == null ? null : found.wikidataId());
  }

  /** Where the chain of same_as ends. */
  private String target(String id, String file, CSVRecord row) {
    var seen = new HashSet<String>();
    var at = id;
    while (same.containsKey(at)) {
      if (!seen.add(at)) {
        throw bad(file, row, at + " is the same as itself through other rows: remove one of them");
      }
      at = same.get(at);
    }
    return at;
  }

  private static <K> void once(
      String file, CSVRecord row, Map<K, String> map, K key, String value) {
    var before = map.putIfAbsent(key, value);
    if (before != null && !before.equals(value)) {
      var what = key instanceof AliasOf of ? of.alias() + " of " + of.entityId() : key;
      throw bad(file, row, what + " is " + before + " in an earlier row and " + value + " here");
    }
  }

  private static List<CSVRecord> rows(Seeds seeds, String file) {
    return seeds.has(file) ? seeds.csv(file) : List.of();
  }

  private static String id(String file, CSVRecord row, String column) {
    var id = cell(file, row, column);
    if (!id.matches("(per|org|gpe|loc|grp):[a-z0-9]+(_[a-z0-9]+)*")) {
      throw bad(
          file, row, column + " is not an entity id like per:donald_trump or org:nato: " + id);
    }
    return id;
  }

  private static String cell(String file, CSVRecord row, String column) {
    if (!row.isSet(column)) {
      throw bad(file, row, "lacks the column " + column);
    }
    return row.get(column);
  }

  private static IllegalArgumentException bad(String file, CSVRecord row, String what) {
    return new IllegalArgumentException(file + ", record " + row.getRecordNumber() + ": " + what);
  }
}
