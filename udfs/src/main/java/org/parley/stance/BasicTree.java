package org.parley.stance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;

/**
 * A sentence's basic dependency tree, with what parsers often get wrong mended. Tokens are given by
 * their index in the sentence.
 */
class BasicTree {
  private final Sentence sentence;

  private final List<List<Integer>> children = new ArrayList<>();

  private final String[] lemmas;

  private final String[] words;

  private final int[] heads;

  private final String[] relations;

  BasicTree(Sentence sentence) {
    this.sentence = sentence;
    int n = sentence.tokens().size();
    lemmas = new String[n];
    words = new String[n];
    heads = new int[n];
    relations = new String[n];
    for (int i = 0; i < n; i++) {
      children.add(new ArrayList<>());
      lemmas[i] = sentence.tokens().get(i).lemma().toLowerCase(Locale.ROOT);
      words[i] = small(sentence.tokens().get(i));
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

  /** A word in lower case, with straight apostrophes; "US" is no "us". */
  private static String small(Token token) {
    return token.word().equals("US")
        ? "u.s."
        : token.word().toLowerCase(Locale.ROOT).replace('’', '\'');
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
