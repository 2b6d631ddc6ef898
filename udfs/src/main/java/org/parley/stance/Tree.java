package org.parley.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.nlp.Sentence;
import org.parley.stance.Operators.Kind;

/**
 * A dependency tree with the deep relations that stance needs and the basic tree leaves out:
 * subjects shared by conjuncts and controlled clauses, antecedents of relative pronouns, logical
 * subjects and objects of passives.
 */
final class Tree extends BasicTree {
  private static final Set<String> RELATIVE = Set.of("who", "which", "that", "whom");
  private static final Set<String> WANT = Set.of("want", "wish", "like", "need");
  private static final Set<String> BE = Set.of("be", "get");

  private final Operators operators;

  Tree(Sentence sentence, Operators operators) {
    super(sentence);
    this.operators = operators;
  }

  boolean isPassive(int verb) {
    if (!isVerb(verb)) {
      return false;
    }
    if (!children(verb, "nsubj:pass", "aux:pass").isEmpty()) {
      return true;
    }
    if (!tag(verb).equals("VBN")) {
      return false;
    }
    boolean perfect =
        children(verb, "aux").stream().anyMatch(aux -> lemma(aux).equals("have"))
            && children(verb, "aux:pass").isEmpty();
    return switch (relation(verb)) {
      case "acl", "advcl", "xcomp", "amod" -> !perfect;
      case "conj" -> !perfect && isPassive(head(verb)) && children(verb, "nsubj").isEmpty();
      default -> children(verb, "aux").stream().anyMatch(aux -> BE.contains(lemma(aux)));
    };
  }

  /** Who or what the clause of a predicate is about, as far as syntax tells. */
  List<Integer> surfaceSubjects(int predicate) {
    return surfaceSubjects(predicate, 0);
  }

  private List<Integer> surfaceSubjects(int predicate, int depth) {
    var own = children(predicate, "nsubj", "nsubj:pass", "csubj");
    if (!own.isEmpty()) {
      var found = new ArrayList<Integer>();
      for (int subject : own) {
        conjuncts(antecedent(subject)).forEach(found::add);
      }
      return found;
    }
    int head = head(predicate);
    if (head < 0 || depth > 6) {
      return List.of();
    }
    return switch (relation(predicate)) {
      case "conj" ->
          isVerb(head) || !children(head, "nsubj", "nsubj:pass", "cop").isEmpty()
              ? surfaceSubjects(head, depth + 1)
              : List.of();
      case "xcomp" -> {
        var objects = children(head, "obj", "iobj");
        boolean controlledByObject =
            !objects.isEmpty() && !lemma(head).equals("promise") && !isPassive(head);
        yield controlledByObject ? conjuncts(objects.get(0)) : surfaceSubjects(head, depth + 1);
      }
      case "acl:relcl" -> List.of();
      case "acl" -> participle(predicate) ? authors(head) : List.of();
      case "advcl", "ccomp", "dep" -> {
        // "criticized X for opposing it": X does.
        var objects = marker(predicate).equals("for") ? logicalObjects(head) : List.<Integer>of();
        yield !objects.isEmpty() && participle(predicate)
            ? objects
            : participle(predicate) || marker(predicate).equals("to")
                ? surfaceSubjects(head, depth + 1)
                : List.of();
      }
      default -> List.of();
    };
  }

  /** A participle without "have", which would make it finite. */
  private boolean participle(int verb) {
    return (tag(verb).equals("VBG") || tag(verb).equals("VBN"))
        && children(verb, "aux").stream().noneMatch(aux -> lemma(aux).equals("have"));
  }

  /** Whom a participle at a noun is about: of "a statement accusing X", those who made it. */
  private List<Integer> authors(int noun) {
    if (!operators.is(Kind.UTTERANCE, lemma(noun))) {
      return conjuncts(noun);
    }
    var owners = children(noun, "nmod:poss");
    int verb = head(noun);
    return !owners.isEmpty()
        ? conjuncts(owners.get(0))
        : verb >= 0 && isVerb(verb) ? logicalSubjects(verb) : List.of();
  }

  /** Those who do what a verb says, also where it is passive. */
  List<Integer> logicalSubjects(int verb) {
    if (!isPassive(verb)) {
      return surfaceSubjects(verb);
    }
    var found = new ArrayList<Integer>();
    for (int child : children(verb, "obl", "obl:agent", "nmod")) {
      if (marker(child).equals("by")) {
        found.addAll(conjuncts(child));
      }
    }
    return found;
  }

  /** Those to whom a verb does something, also where it is passive. */
  List<Integer> logicalObjects(int verb) {
    if (isPassive(verb)) {
      return surfaceSubjects(verb);
    }
    var found = new ArrayList<Integer>();
    for (int child : children(verb, "obj")) {
      found.addAll(conjuncts(antecedent(child)));
    }
    // "called X a liar", "held X responsible": parsers make X the subject of the complement.
    if (found.isEmpty()) {
      for (int complement : children(verb, "xcomp", "ccomp")) {
        boolean small =
            relation(complement).equals("xcomp")
                ? !isVerb(complement) || tag(complement).equals("VBN")
                : WANT.contains(lemma(verb)) && tag(complement).matches("VB[ND]|JJ|NN");
        if (children(complement, "mark", "aux", "obj").isEmpty() && small) {
          children(complement, "nsubj").forEach(s -> found.addAll(conjuncts(s)));
        }
      }
    }
    // "the bill, which Congress rejected": the object is the noun that the clause describes.
    int clause = verb;
    while (relation(clause).equals("xcomp") && marker(clause).equals("to")) {
      clause = head(clause);
    }
    if (found.isEmpty()
        && children(verb, "xcomp", "ccomp").isEmpty()
        && (clause == verb || children(verb, "obl", "nsubj").isEmpty())
        && relation(clause).equals("acl:relcl")
        && children(clause, "obj").stream().allMatch(o -> RELATIVE.contains(word(o)))
        && !children(clause, "nsubj").isEmpty()
        && children(clause, "nsubj").stream().noneMatch(s -> RELATIVE.contains(word(s)))) {
      found.add(head(clause));
    }
    return found;
  }

  /** What a relative pronoun stands for; any other token is its own. */
  int antecedent(int i) {
    if (!RELATIVE.contains(word(i)) || (!tag(i).startsWith("W") && !word(i).equals("that"))) {
      return i;
    }
    int steps = 0;
    for (int at = head(i); at >= 0 && steps++ < size(); at = head(at)) {
      if (relation(at).equals("acl:relcl")) {
        return word(i).equals("which") ? nearest(head(at), i) : head(at);
      }
    }
    return i;
  }

  /** "X or a wall, which Y opposes": not X, where they are not alike. */
  private int nearest(int noun, int pronoun) {
    boolean named = tag(noun).startsWith("NNP");
    return children(noun, "conj").stream()
        .filter(i -> isNoun(i) && i < pronoun && tag(i).startsWith("NNP") != named)
        .reduce((first, second) -> second)
        .orElse(noun);
  }
}
