package org.parley.jobs.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.parley.entity.Entity;
import org.parley.entity.EntityType;
import org.parley.entity.Gazetteer;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.scorer.StanceInput;
import org.parley.stance.Issues;

/**
 * Maps the names that a gold article lists onto Parley's entities, issues and mentions, by name.
 */
final class Candidates {
  private static final String PREFIX = "candidate:";

  private final List<String> names;
  private final Resolution resolution;
  private final Map<String, String> byTarget = new HashMap<>();

  /**
   * Maps names.
   *
   * @param names the names of the article
   * @param text its sentences
   * @param found whom Parley finds in it
   */
  Candidates(
      List<String> names,
      AnnotatedText text,
      Resolution found,
      Gazetteer gazetteer,
      Issues issues) {
    this.names = names;
    var entities = new LinkedHashMap<String, Entity>(found.entities());
    var mentions = new ArrayList<>(found.mentions());
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String id = PREFIX + i;
      byTarget.put(id, name);
      gazetteer
          .named(name)
          .or(() -> gazetteer.named(name.replaceFirst("^(United States|U\\.S\\.) ", "")))
          .ifPresent(entity -> byTarget.putIfAbsent(entity.id(), name));
      found.entities().values().stream()
          .sorted(Comparator.comparing(Entity::id))
          .filter(entity -> same(entity, name))
          .forEach(entity -> byTarget.putIfAbsent(entity.id(), name));
      issues
          .named(name)
          .or(() -> issues.named(ending(name, 2)))
          .ifPresent(issue -> byTarget.putIfAbsent(issue.targetId(), name));
      entities.put(id, new Entity(id, name, EntityType.ORGANIZATION, null));
      for (Sentence sentence : text.sentences()) {
        occurrences(sentence, name, id, mentions, text);
        if (isTopic(name)) {
          occurrences(sentence, ending(name, 2), id, mentions, text);
          occurrences(sentence, "the " + ending(name, 1), id, mentions, text);
        }
      }
    }
    loosely(found);
    mentions.sort(Comparator.comparingInt(Mention::begin).thenComparingInt(Mention::end));
    resolution = new Resolution(mentions, entities);
  }

  /** A thing under a common noun, such as a law or a wall. */
  private static boolean isTopic(String name) {
    String last = ending(name, 1);
    return name.contains(" ") && last.length() > 3 && last.equals(last.toLowerCase(Locale.ROOT));
  }

  private static String ending(String name, int words) {
    String[] parts = name.split(" ", -1);
    return String.join(
        " ", Arrays.copyOfRange(parts, Math.max(0, parts.length - words), parts.length));
  }

  /** Surnames that only one listed name has, and parties listed by some of their members only. */
  private void loosely(Resolution found) {
    var entities =
        found.entities().values().stream().sorted(Comparator.comparing(Entity::id)).toList();
    for (Entity entity : entities) {
      String last = ending(plain(entity.name()), 1);
      boolean person = entity.type() == EntityType.PERSON;
      var namesakes =
          names.stream()
              .filter(
                  name ->
                      person
                          ? ending(plain(name), 1).equals(last)
                          : entity.name().endsWith(" Party")
                              && plain(name).startsWith(plain(entity.name()).split(" ", -1)[0]))
              .toList();
      if (namesakes.size() == 1) {
        byTarget.putIfAbsent(entity.id(), namesakes.get(0));
      }
    }
  }

  /** Whom Parley finds, with the places where a listed name stands word for word. */
  Resolution resolution() {
    return resolution;
  }

  /** The listed name of an entity or issue. */
  Optional<String> name(String targetId) {
    return Optional.ofNullable(byTarget.get(targetId));
  }

  private static boolean same(Entity entity, String name) {
    String a = plain(entity.name());
    String b = plain(name);
    if (a.equals(b)) {
      return true;
    }
    // A surname alone, or a name with one more given name.
    return entity.type() == EntityType.PERSON
        && (b.endsWith(" " + a) || a.endsWith(" " + b) || ends(a, b));
  }

  private static boolean ends(String a, String b) {
    String[] x = a.split(" ", -1);
    String[] y = b.split(" ", -1);
    return x.length > 1
        && y.length > 1
        && x[0].equals(y[0])
        && x[x.length - 1].equals(y[y.length - 1]);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^the ", "").replace("'s", "").strip();
  }

  private void occurrences(
      Sentence sentence, String name, String id, List<Mention> mentions, AnnotatedText text) {
    String[] words =
        Arrays.stream(name.toLowerCase(Locale.ROOT).replace("'s", "").split("[\\s-]+", -1))
            .filter(word -> !word.isEmpty())
            .toArray(String[]::new);
    var tokens = sentence.tokens().stream().filter(token -> !token.word().equals("-")).toList();
    for (int i = 0; i + words.length <= tokens.size(); i++) {
      boolean all = words.length > 0;
      for (int k = 0; all && k < words.length; k++) {
        String word = tokens.get(i + k).word().toLowerCase(Locale.ROOT);
        String lemma = tokens.get(i + k).lemma().toLowerCase(Locale.ROOT);
        all = word.equals(words[k]) || lemma.equals(words[k]) || (words[k] + "s").equals(word);
      }
      if (!all) {
        continue;
      }
      int begin = tokens.get(i).begin();
      int end = tokens.get(i + words.length - 1).end();
      boolean known =
          mentions.stream()
              .anyMatch(
                  mention ->
                      mention.begin() < end
                          && begin < mention.end()
                          && (name.equals(byTarget.get(mention.entityId()))
                              || mention.end() - mention.begin() > end - begin));
      if (!known) {
        mentions.removeIf(mention -> mention.begin() >= begin && mention.end() <= end);
        mentions.add(
            new Mention(
                sentence.index(),
                begin,
                end,
                text.text(begin, end),
                Mention.Kind.NAME,
                id,
                "listed name",
                1));
      }
    }
  }

  /** Where a listed name stands between two offsets, as offsets from the first. */
  List<StanceInput.Place> places(String name, int begin, int end) {
    return resolution.mentions().stream()
        .filter(mention -> mention.begin() >= begin && mention.end() <= end)
        .filter(mention -> name.equals(byTarget.get(mention.entityId())))
        .map(mention -> new StanceInput.Place(mention.begin() - begin, mention.end() - begin))
        .toList();
  }

  /** The tokens of a sentence that stand for a listed name. */
  List<Integer> heads(Sentence sentence, String name) {
    var found = new ArrayList<Integer>();
    for (Mention mention : resolution.mentions()) {
      if (mention.sentence() == sentence.index() && name.equals(byTarget.get(mention.entityId()))) {
        for (int i = 0; i < sentence.tokens().size(); i++) {
          var token = sentence.tokens().get(i);
          if (token.begin() < mention.end() && mention.begin() < token.end()) {
            found.add(i);
          }
        }
      }
    }
    return found;
  }
}
