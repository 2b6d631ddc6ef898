package org.parley.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that a pronoun may take up.
 *
 * @param referent what it is
 * @param subject whether it is the subject of a clause
 * @param quote index of the quotation in which it stands, -1 outside
 */
record Antecedent(Referent referent, boolean subject, int quote) {
  Entity entity() {
    return referent.entity();
  }

  boolean isSame(Antecedent other) {
    return entity().id().equals(other.entity().id());
  }

  /** "X and Y said he": either. */
  /** "X's office". */
  boolean isOwner() {
    var tokens = referent.sentence().tokens();
    int head = Governor.headOf(tokens, referent.first(), referent.last());
    return tokens.get(head).relation().equals("nmod:poss");
  }

  boolean isListed() {
    var tokens = referent.sentence().tokens();
    int head = Governor.headOf(tokens, referent.first(), referent.last());
    return referent.sentence().dependents(head).stream()
        .anyMatch(
            i -> tokens.get(i).relation().equals("conj") && tokens.get(i).pos().startsWith("NNP"));
  }

  /** How many entities some antecedents stand for. */
  static int count(List<Antecedent> antecedents) {
    Map<String, Entity> entities = new LinkedHashMap<>();
    antecedents.forEach(one -> entities.putIfAbsent(one.entity().id(), one.entity()));
    return entities.size();
  }
}
