package org.parley.stance;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.parley.entity.Entity;
import org.parley.entity.EntityType;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;
import org.parley.quote.Quotation;

/** What is known of a text when its sentences are read for stance: who is meant, who speaks. */
final class Reading {
  /** Names of several states together. */
  private static final Pattern NATIONS = Pattern.compile("\\b(states|countries|nations)$");

  private static final Pattern GLUED = Pattern.compile("(\\p{Lu}\\p{Ll}{2,})(\\p{Lu}\\p{L}{2,})");

  private final AnnotatedText text;
  private final Resolution resolution;
  private final Operators operators;
  private final List<Quotation> quotations;
  private final Map<Integer, TreeMap<Integer, Mention>> byHead = new HashMap<>();
  private final Map<Integer, Mention[]> covering = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<Integer, Tree> trees = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Pronouns pronouns;
  private final Speakers speakers;

  Reading(
      AnnotatedText text, Resolution resolution, List<Quotation> quotations, Operators operators) {
    this.operators = operators;
    this.text = text;
    this.resolution = resolution;
    // What somebody says that another said is read as his own telling: the frames keep the chain.
    this.quotations = quotations.stream().filter(quotation -> !quotation.isNested()).toList();
    for (Mention mention : resolution.mentions()) {
      counts.merge(mention.entityId(), 1, Integer::sum);
      if (mention.sentence() >= 0 && mention.sentence() < text.sentences().size()) {
        place(mention, text.sentences().get(mention.sentence()));
      }
    }
    for (Sentence sentence : text.sentences()) {
      sentence.tokens().stream()
          .filter(token -> token.pos().startsWith("NNP"))
          .forEach(token -> names.add(token.word()));
    }
    pronouns = new Pronouns(this);
    speakers = new Speakers(this, quotations, operators);
  }

  private void place(Mention mention, Sentence sentence) {
    var covered =
        covering.computeIfAbsent(sentence.index(), key -> new Mention[sentence.tokens().size()]);
    int head = -1;
    int first = -1;
    int last = -1;
    for (int i = 0; i < covered.length; i++) {
      var token = sentence.tokens().get(i);
      if (token.begin() < mention.end() && token.end() > mention.begin()) {
        first = first < 0 ? i : first;
        last = i;
        // The shortest mention that covers a token says what that token alone stands for.
        if (covered[i] == null || length(mention) < length(covered[i])) {
          covered[i] = mention;
        }
      }
    }
    for (int i = Math.max(first, 0); i <= last; i++) {
      int governor = sentence.tokens().get(i).head();
      if (governor < first || governor > last) {
        head = i;
      }
    }
    if (head >= 0) {
      byHead
          .computeIfAbsent(sentence.index(), key -> new TreeMap<>())
          .merge(head, mention, (a, b) -> length(a) >= length(b) ? a : b);
    }
  }

  private static int length(Mention mention) {
    return mention.end() - mention.begin();
  }

  /** What the article itself reports as said. */
  List<Quotation> quotations() {
    return quotations;
  }

  AnnotatedText text() {
    return text;
  }

  Tree tree(int sentence) {
    return trees.computeIfAbsent(sentence, i -> new Tree(text.sentences().get(i), operators));
  }

  Entity entity(String id) {
    return resolution.entities().get(id);
  }

  /**
   * The mention whose head is the token, or else the shortest around it, or that of a pronoun, of
   * the first person in a quotation too; null if there is none.
   */
  Mention mention(Tree tree, int token) {
    var named = named(tree, token);
    if (named != null) {
      return named;
    }
    return Speakers.isFirstPerson(tree.word(token))
        ? speakers.mention(tree, token)
        : pronouns.mention(tree.sentence().index(), token);
  }

  /** Whether a mention's head is the token. */
  boolean isHead(Tree tree, int token) {
    var heads = byHead.get(tree.sentence().index());
    return heads != null && heads.containsKey(token);
  }

  /** Whether names are glued together in a sentence ("HarrisWarren"), as lists of links do. */
  boolean isGarbled(Sentence sentence) {
    return sentence.tokens().stream().anyMatch(token -> isGlued(token.word()));
  }

  private boolean isGlued(String word) {
    var parts = GLUED.matcher(word);
    return parts.matches() && names.contains(parts.group(1)) && names.contains(parts.group(2));
  }

  /** The mention of the resolution at a token, or null. */
  Mention named(Tree tree, int token) {
    int sentence = tree.sentence().index();
    var heads = byHead.get(sentence);
    if (heads != null && heads.containsKey(token)) {
      return heads.get(token);
    }
    var covered = covering.get(sentence);
    return covered == null ? null : covered[token];
  }

  /** Whether a token stands for the entity. */
  boolean standsFor(Tree tree, int token, String entityId) {
    var heads = byHead.get(tree.sentence().index());
    var covered = covering.get(tree.sentence().index());
    return (covered != null && covered[token] != null && covered[token].entityId().equals(entityId))
        || (heads != null
            && heads.containsKey(token)
            && heads.get(token).entityId().equals(entityId));
  }

  /**
   * What a bare plural ("leaders") stands for: the group that the text names most often so, or
   * null.
   */
  Mention group(Tree tree, int token) {
    int at = tree.token(token).begin();
    String noun = " " + tree.word(token);
    return resolution.mentions().stream()
        .filter(m -> m.begin() < at && m.entityId().startsWith("grp:"))
        .filter(m -> m.text().toLowerCase(Locale.ROOT).endsWith(noun))
        .max(Comparator.comparingInt(m -> counts.get(m.entityId())))
        .orElse(null);
  }

  /** Whether the text speaks of the entity. */
  boolean speaksOf(String entityId) {
    return counts.containsKey(entityId);
  }

  /** Whether the text speaks of the entity again and again. */
  boolean isProminent(String entityId) {
    return counts.getOrDefault(entityId, 0) >= 3;
  }

  /** Whether an entity can be for or against something: places cannot, but "the Baltic states". */
  boolean acts(String entityId) {
    var entity = entity(entityId);
    return entity != null
        && (entity.type() != EntityType.LOCATION
            || NATIONS.matcher(entity.name().toLowerCase(Locale.ROOT)).find());
  }

  /** The innermost quotation around a token, or null. */
  Quotation quotation(Tree tree, int token) {
    int at = tree.token(token).begin();
    Quotation found = null;
    for (Quotation quotation : quotations) {
      if (quotation.begin() <= at
          && at < quotation.end()
          && (found == null || quotation.begin() >= found.begin())) {
        found = quotation;
      }
    }
    return found;
  }

  /** The entity that speaks, or null; see {@link Speakers#of}. */
  Speakers.Speaker speaker(Quotation quotation) {
    return speakers.of(quotation);
  }

  /** Who "I" and "we" are. */
  Speakers speakers() {
    return speakers;
  }

  /** What a pronoun of the third person stands for that the resolution left open, or null. */
  Mention pronoun(int sentence, int token) {
    return pronouns.mention(sentence, token);
  }

  /** Those whom "they" takes up where they are named side by side; otherwise none. */
  List<Mention> several(Tree tree, int token) {
    return pronouns.several(tree.sentence().index(), token);
  }

  /** Whether the holder's own words are given at a token. */
  boolean isDirect(Tree tree, int token) {
    var quotation = quotation(tree, token);
    if (quotation == null || quotation.kind() == Quotation.Kind.INDIRECT) {
      return false;
    }
    if (quotation.kind() == Quotation.Kind.DIRECT) {
      return true;
    }
    int at = tree.token(token).begin();
    return text.quoteSpans().stream().anyMatch(span -> span.begin() <= at && at < span.end());
  }

  /** Whether the token begins one of the words or stands for one of the entities. */
  boolean matches(Tree tree, int token, String alternative) {
    return alternative.indexOf(':') > 0
        ? standsFor(tree, token, alternative)
        : phraseAt(tree, token, alternative);
  }

  /** Whether the words of a phrase, or their lemmas, stand from the token on. */
  static boolean phraseAt(Tree tree, int token, String phrase) {
    String[] parts = phrase.toLowerCase(Locale.ROOT).split(" ", -1);
    if (token < 0 || token + parts.length > tree.size()) {
      return false;
    }
    for (int k = 0; k < parts.length; k++) {
      String word = tree.word(token + k);
      // Some plurals ("troops") are their own lemma.
      if (!parts[k].equals(word)
          && !parts[k].equals(tree.lemma(token + k))
          && !word.equals(parts[k] + "s")) {
        return false;
      }
    }
    return true;
  }
}
