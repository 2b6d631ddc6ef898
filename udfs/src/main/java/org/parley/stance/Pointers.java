package org.parley.stance;

import java.util.Set;
import org.parley.stance.Operators.Kind;

/** What words point back to: "rejected the idea", "calling it a mistake". */
final class Pointers {
  /** How sure it is what "the idea" points back to. */
  private static final double DEIXIS = 0.65;

  private static final Set<String> SINGULAR = Set.of("it", "this");

  private final Operators operators;
  private final IssueMatcher issues;
  private final Reading reading;
  private final Tree tree;

  Pointers(Operators operators, IssueMatcher issues, Reading reading, Tree tree) {
    this.operators = operators;
    this.issues = issues;
    this.reading = reading;
    this.tree = tree;
  }

  /** "Rejected the idea": the issue last named in this sentence or the one before. */
  void idea(int token, Way way, Reach reach) {
    boolean points =
        tree.children(token, "det", "amod", "det:predet").stream()
            .anyMatch(
                i -> Set.of("the", "this", "that", "these", "such", "both").contains(tree.word(i)));
    boolean renames = tree.children(token, "acl").stream().anyMatch(i -> tree.tag(i).equals("VBN"));
    boolean names = !tree.children(token, "nmod").isEmpty();
    if (!operators.is(Kind.DEICTIC, tree.lemma(token)) || !(points || renames) || names) {
      return;
    }
    if (!last(tree, token, way, reach, -1) && points && tree.sentence().index() > 0) {
      var before = reading.tree(tree.sentence().index() - 1);
      last(before, before.size(), way, reach, token);
    }
  }

  /**
   * Adds the last issue before a token of a sentence.
   *
   * @param as the token to name it by, or -1 for its own
   * @return whether there is one
   */
  private boolean last(Tree sentence, int end, Way way, Reach reach, int as) {
    for (int i = end - 1; i >= 0; i--) {
      var match = sentence.isNoun(i) ? issues.nominal(reading, sentence, i) : null;
      if (match != null && match.isPresent()) {
        reach.issue(match.get(), as < 0 ? i : as, way.surely(DEIXIS));
        return true;
      }
    }
    return false;
  }

  /**
   * "Would not vote on the bill, calling it ...": the thing last spoken of in the sentence; of what
   * somebody says of something, that; or -1.
   */
  int thing(int pronoun) {
    int topic = topic();
    if (topic > pronoun) {
      return topic;
    }
    for (int i = pronoun - 1; i >= 0 && SINGULAR.contains(tree.word(pronoun)); i--) {
      boolean thing = tree.tag(i).equals("NN") && reading.mention(tree, i) == null;
      if (thing && Set.of("obj", "obl", "nsubj", "nsubj:pass").contains(tree.relation(i))) {
        return i;
      }
    }
    return -1;
  }

  /** "It's a disgrace, X said of the ruling": what is said is of the ruling; or -1. */
  private int topic() {
    for (int verb = 0; verb < tree.size(); verb++) {
      if (tree.isVerb(verb) && operators.is(Kind.REPORT, tree.lemma(verb))) {
        for (int child : tree.children(verb, "obl", "nmod")) {
          if (child > verb && tree.marker(child).equals("of")) {
            return child;
          }
        }
      }
    }
    return -1;
  }

  /** How sure it is what a pronoun points back to. */
  Way back(Way way) {
    return way.surely(DEIXIS);
  }
}
