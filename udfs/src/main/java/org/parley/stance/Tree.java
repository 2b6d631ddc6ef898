package org.parley.stance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;

/**
 * A sentence's basic dependency tree with the deep relations that stance needs and the basic tree
 * leaves out: subjects shared by conjuncts and controlled clauses, antecedents of relative
 * pronouns, logical subjects and objects of passives. Tokens are given by their index in the
 * sentence.
 */
final class Tree {
  private static final Set<String> RELATIVE = Set.of("who", "which", "that", "whom");
  private static final Set<String> WANT = Set.of("want", "wish", "like", "need");
  private static final Set<String> UTTERANCES =
      Set.of(
          "statement",
          "speech",
          "letter",
          "tweet",
          "post",
          "message",
          "email",
          "remark",
          "interview",
          "note",
          "memo",
          "op-ed",
          "ad",
          "advertisement",
          "video",
          "complaint",
          "lawsuit");
  private static final Set<String> BE = Set.of("be", "get");

  private final Sentence sentence;
  private final List<List<Integer>> children = new ArrayList<>();
  private final String[] lemmas;
  private final String[] words;
  private final int[] heads;
  private final String[] relations;

  Tree(Sentence sentence) {
    this.sentence = sentence;
    int n = sentence.tokens().size();
    lemmas = new String[n];
    words = new String[n];
    heads = new int[n];
    relations = new String[n];
    for (int i = 0; i < n; i++) {
      children.add(new ArrayList<>());
      lemmas[i] = sentence.tokens().get(i).lemma().toLowerCase(Locale.ROOT);
      words[i] = sentence.tokens().get(i).word().toLowerCase(Locale.ROOT).replace('’', '\'');
    }
    for (int i = 0; i < n; i++) {
      heads[i] = sentence.tokens().get(i).head();
      relations[i] = sentence.tokens().get(i).relation();
    }
    new ParseRepairs(sentence, words, lemmas, heads, relations).apply();
    for (int i = 0; i < n; i++) {
      if (heads[i] >= 0) {
        children.get(heads[i]).add(i);
      }
    }
  }

  Sentence sentence() {
    return sentence;
  }

  int size() {
    return lemmas.length;
  }

  Token token(int i) {
    return sentence.tokens().get(i);
  }

  /** The lemma in lower case. */
  String lemma(int i) {
    return lemmas[i];
  }

  /** The word in lower case, with straight apostrophes. */
  String word(int i) {
    return words[i];
  }

  String tag(int i) {
    return token(i).pos();
  }

  String relation(int i) {
    return relations[i];
  }

  int head(int i) {
    return heads[i];
  }

  List<Integer> children(int i) {
    return children.get(i);
  }

  /** The children that stand in one of the relations. */
  List<Integer> children(int i, String... relations) {
    var found = new ArrayList<Integer>();
    for (int child : children.get(i)) {
      for (String relation : relations) {
        if (relation(child).equals(relation)) {
          found.add(child);
        }
      }
    }
    return found;
  }

  boolean isVerb(int i) {
    return tag(i).startsWith("VB");
  }

  boolean isNoun(int i) {
    return tag(i).startsWith("NN");
  }

  /** The preposition of a nominal, or the subordinator of a clause; empty if it has none. */
  String marker(int i) {
    var marker = new StringBuilder();
    for (int child : children(i, "case", "mark")) {
      if (child < i && !marker.isEmpty()) {
        marker.append(' ');
      }
      if (child < i) {
        marker.append(words[child]);
        children(child, "fixed").forEach(part -> marker.append(' ').append(words[part]));
      }
    }
    return marker.toString();
  }

  /** Whether the token is in the subtree of the other, or is it. */
  boolean dominates(int ancestor, int i) {
    int steps = 0;
    for (int at = i; at >= 0 && steps++ <= size(); at = head(at)) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** The tokens of a subtree, in order, without the subtrees that hang on one of the relations. */
  List<Integer> subtree(int root, Set<String> without) {
    var found = new ArrayList<Integer>();
    collect(root, without, found);
    found.sort(null);
    return found;
  }

  private void collect(int at, Set<String> without, List<Integer> into) {
    into.add(at);
    for (int child : children.get(at)) {
      if (!without.contains(relation(child))) {
        collect(child, without, into);
      }
    }
  }

  /** A nominal and its conjuncts, the nominal first. */
  List<Integer> conjuncts(int i) {
    var found = new LinkedHashSet<Integer>();
    found.add(i);
    for (int child : children(i, "conj")) {
      if (isVerb(child) == isVerb(i)) {
        found.addAll(conjuncts(child));
      }
    }
    return List.copyOf(found);
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
        children(verb, "aux").stream().anyMatch(aux -> lemmas[aux].equals("have"))
            && children(verb, "aux:pass").isEmpty();
    return switch (relation(verb)) {
      case "acl", "advcl", "xcomp", "amod" -> !perfect;
      case "conj" -> !perfect && isPassive(head(verb)) && children(verb, "nsubj").isEmpty();
      default -> children(verb, "aux").stream().anyMatch(aux -> BE.contains(lemmas[aux]));
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
            !objects.isEmpty() && !lemmas[head].equals("promise") && !isPassive(head);
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
        && children(verb, "aux").stream().noneMatch(aux -> lemmas[aux].equals("have"));
  }

  /** Whom a participle at a noun is about: of "a statement accusing X", those who made it. */
  private List<Integer> authors(int noun) {
    if (!UTTERANCES.contains(lemmas[noun])) {
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
                : WANT.contains(lemmas[verb]) && tag(complement).matches("VB[ND]|JJ|NN");
        if (children(complement, "mark", "aux", "obj").isEmpty() && small) {
          children(complement, "nsubj").forEach(s -> found.addAll(conjuncts(s)));
        }
      }
    }
    // "the bill, which Congress rejected": the object is the noun that the clause describes.
    if (found.isEmpty()
        && children(verb, "xcomp", "ccomp").isEmpty()
        && relation(verb).equals("acl:relcl")
        && !children(verb, "nsubj").isEmpty()
        && children(verb, "nsubj").stream().noneMatch(s -> RELATIVE.contains(words[s]))) {
      found.add(head(verb));
    }
    return found;
  }

  /** What a relative pronoun stands for; any other token is its own. */
  int antecedent(int i) {
    if (!RELATIVE.contains(words[i]) || (!tag(i).startsWith("W") && !words[i].equals("that"))) {
      return i;
    }
    int steps = 0;
    for (int at = head(i); at >= 0 && steps++ < size(); at = head(at)) {
      if (relation(at).equals("acl:relcl")) {
        return words[i].equals("which") ? nearest(head(at), i) : head(at);
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

  /** The head of the clause that a token belongs to. */
  int clause(int i) {
    int at = i;
    for (int steps = 0; steps < size() && head(at) >= 0; steps++) {
      switch (relation(at)) {
        case "ccomp", "advcl", "acl:relcl", "parataxis", "csubj" -> {
          return at;
        }
        case "conj" -> {
          if (!children(at, "nsubj", "nsubj:pass").isEmpty()) {
            return at;
          }
        }
        default -> {}
      }
      at = head(at);
    }
    return at;
  }
}
