package org.parley.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Sentence;

/**
 * Which noun a text itself introduces an organisation by: "a think tank called X", "X, a dissident
 * group". The noun can take it up again where the text uses it of nothing else.
 */
final class IntroducedNames {
  private static final Set<String> CALL = Set.of("know", "call", "name", "dub");

  private record Introduced(Entity entity, int begin) {}

  private final Map<String, Introduced> names = new HashMap<>();
  private final Set<String> several = new HashSet<>();

  /**
   * Reads a text.
   *
   * @param referents names by sentence index
   */
  IntroducedNames(AnnotatedText text, Map<Integer, List<Referent>> referents) {
    for (var sentence : text.sentences()) {
      for (int i = 1; sentence.parsed() && i < sentence.tokens().size(); i++) {
        if (sentence.tokens().get(i).pos().equals("NN") && isIndefinite(sentence, i)) {
          note(sentence, i, referents.getOrDefault(sentence.index(), List.of()));
        }
      }
    }
  }

  /**
   * The organisation that a noun introduces, if it is the only one.
   *
   * @param noun a lemma
   * @param begin where the noun stands again
   */
  Optional<Entity> of(String noun, int begin) {
    return Optional.ofNullable(names.get(noun))
        .filter(name -> !several.contains(noun) && name.begin() < begin)
        .map(Introduced::entity);
  }

  private static boolean isIndefinite(Sentence sentence, int noun) {
    return sentence.dependents(noun).stream()
        .map(sentence.tokens()::get)
        .anyMatch(
            token ->
                token.relation().equals("det") && token.lemma().matches("an?|another|one|some"));
  }

  private void note(Sentence sentence, int noun, List<Referent> known) {
    var lemma = Governor.lemma(sentence.tokens().get(noun));
    var beside = beside(sentence, noun);
    var named =
        known.stream()
            .filter(one -> one.entity().type() == EntityType.ORGANIZATION)
            .filter(one -> one.kind() == Mention.Kind.NAME)
            .filter(one -> beside.stream().anyMatch(i -> one.first() <= i && i < one.last()))
            .findFirst();
    var before = names.get(lemma);
    if (named.isEmpty()
        || (before != null && !before.entity().id().equals(named.get().entity().id()))) {
      // Another one, with or without a name: "the group" may be either.
      several.add(lemma);
    } else if (before == null) {
      names.put(lemma, new Introduced(named.get().entity(), named.get().begin()));
    }
  }

  /** Where a name that a noun introduces stands: its apposition, or what it is "known as". */
  private static List<Integer> beside(Sentence sentence, int noun) {
    var tokens = sentence.tokens();
    var beside = new ArrayList<Integer>();
    if (tokens.get(noun).relation().equals("appos")) {
      beside.add(tokens.get(noun).head());
    }
    for (int child : sentence.dependents(noun)) {
      if (tokens.get(child).relation().equals("appos")) {
        beside.add(child);
      }
      if (tokens.get(child).relation().equals("acl")
          && CALL.contains(Governor.lemma(tokens.get(child)))) {
        beside.addAll(sentence.dependents(child));
      }
    }
    return beside;
  }
}
