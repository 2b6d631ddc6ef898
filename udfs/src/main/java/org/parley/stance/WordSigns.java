package org.parley.stance;

import org.parley.stance.Operators.Kind;
import org.parley.stance.StanceEvidence.Time;

/** What stands at a word itself: negation, modal verbs, adverbs, conditions, questions. */
final class WordSigns {
  private final Operators operators;

  private final Tree tree;

  private final ClauseSigns signs;

  private final FrameMatcher.Match match;

  private final Embedding embedding;

  private boolean above;

  WordSigns(Operators operators, Tree tree, FrameMatcher.Match match, Embedding embedding) {
    this.operators = operators;
    this.tree = tree;
    this.signs = new ClauseSigns(operators, tree);
    this.match = match;
    this.embedding = embedding;
  }

  private boolean ownHolder() {
    return !match.frame().bySpeaker();
  }

  /** Another word begins, whose negations count once. */
  void begin() {
    above = embedding.negated();
  }

  /** "He lies" judges him, "he should lie low" does not; nor does "he could shine". */
  boolean saysWhatIsDone() {
    return match.frame().part() == Frame.Part.VERB && match.frame().kind().equals("evaluate");
  }

  /** What stands at the word itself. */
  void local(int at) {
    local(at, -1);
  }

  /** What stands at a word, but for one child that has had its turn. */
  void local(int at, int done) {
    begin();
    if (ownHolder() && tree.marker(at).equals("for to")) {
      // "It is time for X to reject Y": nobody says that he does.
      embedding.block("for to");
    }
    if (signs.isYetToCome(at)) {
      embedding.block("yet");
    }
    if (signs.isNotUntil(at)) {
      embedding.block("until");
    }
    if (signs.isOnlySometimes(at) && !embedding.conditional()) {
      embedding.condition("only");
    }
    for (int child : tree.children(at)) {
      if (child == done) {
        continue;
      }
      String word = tree.word(child);
      String relation = tree.relation(child);
      if (operators.is(Kind.NEGATOR, word) && signs.isNegation(child, relation)) {
        negate(child, word);
      } else if (relation.equals("aux")) {
        modal(at, tree.lemma(child));
      } else if ((relation.equals("advmod") && child < at && signs.isIndirectQuestion(child))
          || signs.isWhatever(child)) {
        embedding.block(word);
      } else if (word.equals("longer")
          && tree.children(child).stream().anyMatch(i -> tree.word(i).equals("no"))) {
        negate(child, "no longer");
        embedding.endNow();
      } else if (relation.equals("advmod") || relation.equals("amod")) {
        adverb(child);
      } else if (relation.equals("compound") && signs.isOneTime(child)) {
        embedding.at(Time.PAST);
        embedding.note("one-time");
      } else if (relation.equals("mark")) {
        if (operators.is(Kind.QUESTION, word)) {
          embedding.block(word);
        } else if (signs.isCondition(word, at)) {
          embedding.block(word);
        }
      } else if (relation.equals("advcl")
          && operators.is(Kind.CONDITION, tree.marker(child))
          && !embedding.conditional()) {
        embedding.condition(tree.marker(child));
      } else if ((relation.equals("nsubj") || relation.equals("obj"))
          && tree.children(child, "det").stream()
              .anyMatch(det -> tree.word(det).equals("no") && !match.cue().contains(det))) {
        negate(child, "no");
      } else if (relation.startsWith("nsubj") && signs.isNobody(child)) {
        negate(child, word);
      } else if (relation.equals("obl") && word.equals("past") && tree.marker(child).equals("in")) {
        embedding.at(Time.PAST);
        embedding.note("in the past");
      } else if (relation.equals("obl") && signs.isNoWay(child)) {
        negate(child, tree.marker(child) + " no " + word);
      }
    }
  }

  void negate(int child, String word) {
    boolean longer =
        tree.children(child).stream().anyMatch(i -> tree.word(i).equals("longer"))
            || (child + 1 < tree.size() && tree.word(child + 1).equals("longer"));
    if (longer) {
      embedding.endNow();
    }
    // "does not, and never will, accept" says it twice.
    embedding.negate(!above, word.equals("n't") ? "not" : word);
  }

  void modal(int at, String lemma) {
    double value = operators.value(Kind.MODAL, lemma, 1);
    if (value == 1) {
      return;
    }
    boolean denied =
        tree.children(at, "advmod").stream()
            .anyMatch(i -> operators.is(Kind.NEGATOR, tree.word(i)));
    boolean unable = denied && (lemma.equals("can") || lemma.equals("could"));
    if (value < 0.5 && !unable && (ownHolder() || saysWhatIsDone())) {
      embedding.block(lemma);
    } else if (value < 1) {
      embedding.note(lemma);
      embedding.weaken(value < 0.5 ? 1 : value);
    }
  }

  private void adverb(int child) {
    String word = tree.word(child);
    if (signs.isSameDay(child)) {
      return;
    }
    if (operators.is(Kind.PAST, word)) {
      embedding.at(Time.PAST);
      embedding.note(word);
    } else if (operators.is(Kind.FUTURE, word)) {
      embedding.at(Time.FUTURE);
      embedding.note(word);
    } else if (operators.is(Kind.HEDGE, word)) {
      embedding.weaken(operators.value(Kind.HEDGE, word, 1));
      embedding.note(word);
    }
  }
}
