package org.parley.stance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.parley.entity.EntityType;
import org.parley.entity.Mention;
import org.parley.stance.Operators.Kind;

/** Finds the entities that a nominal in a holder slot stands for. */
final class Holders {
  private static final Set<String> THIRD_PERSON =
      Set.of("he", "she", "it", "they", "his", "her", "its", "their");

  /** How sure it is that those who speak for somebody share the stance. */
  private static final double DELEGATE = 0.85;

  /** How sure it is that some of a group, "those who", stand for it. */
  private static final double THOSE = 0.6;

  /** How sure it is that "they" are those named side by side before. */
  private static final double SEVERAL = 0.75;

  /** How sure it is that "leaders" are the last group of leaders named. */
  private static final double GROUP = 0.8;

  private final Operators operators;
  private final UnaryOperator<String> rollUp;

  Holders(Operators operators, UnaryOperator<String> rollUp) {
    this.operators = operators;
    this.rollUp = rollUp;
  }

  /** The entities and how sure each is, in order of the text. */
  Map<String, Double> resolve(
      Reading reading, Tree tree, List<Integer> tokens, List<Integer> sources) {
    return actors(
        reading,
        tree,
        tokens.stream().flatMap(token -> tree.conjuncts(token).stream()).toList(),
        sources);
  }

  /** The entities that a noun such as "critics" stands for itself, not those joined to it. */
  Map<String, Double> described(Reading reading, Tree tree, int noun) {
    return actors(reading, tree, List.of(noun), List.of());
  }

  private Map<String, Double> actors(
      Reading reading, Tree tree, List<Integer> tokens, List<Integer> sources) {
    var found = new LinkedHashMap<String, Double>();
    tokens.forEach(token -> resolve(reading, tree, token, sources, found));
    var rolled = new LinkedHashMap<String, Double>();
    found.forEach((id, confidence) -> rolled.merge(actor(reading, id), confidence, Math::max));
    return rolled;
  }

  /** The state, for one of its organs, if the text knows it. */
  String actor(Reading reading, String entityId) {
    String state = rollUp.apply(entityId);
    return reading.entity(state) == null ? entityId : state;
  }

  private void resolve(
      Reading reading, Tree tree, int token, List<Integer> sources, Map<String, Double> found) {
    if (Speakers.isFirstPerson(tree.word(token))) {
      var speaker = reading.speakers().firstPerson(tree, token, sources);
      if (speaker != null) {
        found.merge(speaker.id(), speaker.confidence(), Math::max);
      }
      return;
    }
    Mention mention = reading.mention(tree, token);
    if (mention != null && isOneOfThem(tree, token, mention)) {
      return;
    }
    if (mention != null) {
      double share =
          mention.entityId().startsWith("per:")
              ? 1
              : Quantity.of(operators, tree, token).share() * (areThose(tree, token) ? THOSE : 1);
      if (reading.acts(mention.entityId()) && share > 0) {
        found.merge(mention.entityId(), share * mention.confidence(), Math::max);
      }
      return;
    }
    for (var one : reading.several(tree, token)) {
      found.merge(one.entityId(), SEVERAL * one.confidence(), Math::max);
    }
    if (!found.isEmpty()) {
      return;
    }
    if (THIRD_PERSON.contains(tree.word(token))) {
      // "The ministry said it would not accept ...": the one who speaks speaks of himself.
      for (int source : sources) {
        if (source != token) {
          var entity = reading.mention(tree, source);
          if (entity != null && fits(reading, tree.word(token), entity.entityId())) {
            found.merge(entity.entityId(), 0.85 * entity.confidence(), Math::max);
            return;
          }
        }
      }
      return;
    }
    for (int member : mayCount(tree, token) ? tree.children(token, "nmod") : List.<Integer>of()) {
      if (tree.marker(member).equals("of") && reading.mention(tree, member) != null) {
        tree.conjuncts(member).forEach(one -> resolve(reading, tree, one, sources, found));
        return;
      }
    }
    boolean apposed = false;
    for (int member : tree.children(token, "nmod", "appos")) {
      if (tree.marker(member).equals("including") || tree.relation(member).equals("appos")) {
        for (int part : tree.conjuncts(member)) {
          var named = reading.mention(tree, part);
          if (named != null && reading.acts(named.entityId())) {
            found.merge(named.entityId(), 0.95 * named.confidence(), Math::max);
            apposed |= tree.relation(member).equals("appos");
          }
        }
      }
    }
    if (!apposed && found.isEmpty() && isBarePlural(tree, token)) {
      var group = reading.group(tree, token);
      if (group != null) {
        found.merge(group.entityId(), GROUP * group.confidence(), Math::max);
        return;
      }
    }
    String lemma = tree.lemma(token);
    boolean acts = operators.is(Kind.DELEGATE, lemma) || operators.is(Kind.MATERIEL, lemma);
    if (!apposed && (acts || operators.is(Kind.ASSERTION, lemma))) {
      delegate(reading, tree, token, found);
    }
  }

  /** "A group of former officials", "dozens of lawmakers". */
  private boolean mayCount(Tree tree, int token) {
    return operators.is(Kind.PART, tree.lemma(token)) || operators.is(Kind.PART, tree.word(token));
  }

  /** "Those Republicans who ...": some of them. */
  private static boolean areThose(Tree tree, int token) {
    return !tree.children(token, "acl:relcl").isEmpty()
        && tree.children(token, "det").stream().anyMatch(i -> tree.word(i).equals("those"));
  }

  /** "Cuban said": somebody of that name or nation, not the nation. */
  private static boolean isOneOfThem(Tree tree, int token, Mention mention) {
    return mention.kind() == Mention.Kind.DEMONYM
        && tree.word(token).endsWith("an")
        && !Set.of("amod", "compound", "nmod:poss").contains(tree.relation(token));
  }

  private static boolean isBarePlural(Tree tree, int token) {
    return tree.tag(token).startsWith("NN")
        && tree.tag(token).endsWith("S")
        && tree.children(token, "amod", "compound", "nmod", "nmod:poss", "nummod", "acl:relcl")
            .isEmpty();
  }

  private void delegate(Reading reading, Tree tree, int token, Map<String, Double> found) {
    if (tree.children(token, "amod", "compound").stream().anyMatch(i -> isOthers(tree.word(i)))) {
      return;
    }
    for (int child : tree.children(token, "nmod:poss", "compound", "amod", "nmod")) {
      String marker = tree.marker(child);
      boolean represents =
          !tree.relation(child).equals("nmod")
              || marker.equals("for")
              || marker.equals("of")
              // "a commentary by X".
              || marker.equals("by");
      if (represents && Speakers.isFirstPerson(tree.word(child))) {
        ours(reading, tree, child, found);
        return;
      }
      Mention principal = reading.mention(tree, child);
      if (represents && principal != null && reading.acts(principal.entityId())) {
        found.merge(principal.entityId(), DELEGATE * principal.confidence(), Math::max);
        return;
      }
    }
  }

  /** "Our government", said by a state or an organisation: it is no government of one man. */
  private static void ours(Reading reading, Tree tree, int our, Map<String, Double> found) {
    var speaker = reading.speakers().firstPerson(tree, our, List.of());
    var entity = speaker == null ? null : reading.entity(speaker.id());
    if (entity != null && entity.type() != EntityType.PERSON) {
      found.merge(speaker.id(), DELEGATE * speaker.confidence(), Math::max);
    }
  }

  /** "U.S.-backed Syrian forces", "Syrian rebel leaders": not those of the state. */
  private static boolean isOthers(String word) {
    return word.endsWith("-backed")
        || word.endsWith("-led")
        || word.endsWith("-allied")
        || Set.of("rebel", "opposition", "exiled", "separatist", "insurgent").contains(word);
  }

  private static boolean fits(Reading reading, String pronoun, String entityId) {
    var entity = reading.entity(entityId);
    if (entity == null) {
      return false;
    }
    return switch (pronoun) {
      case "he", "his", "she", "her" -> entity.type() == EntityType.PERSON;
      case "it", "its" ->
          entity.type() == EntityType.COUNTRY || entity.type() == EntityType.ORGANIZATION;
      default -> entity.type() != EntityType.PERSON;
    };
  }
}
