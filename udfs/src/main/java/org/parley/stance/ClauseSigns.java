package org.parley.stance;

import java.util.Set;
import java.util.stream.IntStream;
import org.parley.stance.Operators.Kind;

/** What the words of one clause say of whether, when and how far it holds. */
final class ClauseSigns {
  private final Operators operators;
  private final Tree tree;

  ClauseSigns(Operators operators, Tree tree) {
    this.operators = operators;
    this.tree = tree;
  }

  private static final Set<String> NOBODY = Set.of("nobody", "none", "nothing", "neither", "few");

  private static final Set<String> OPEN = Set.of("whatever", "whichever", "whoever", "whomever");

  private static final Set<String> LIMITS =
      Set.of("in", "if", "when", "for", "after", "with", "under");

  /** How far behind a word "only in cases of" limits it. */
  private static final int ONLY_WITHIN = 6;

  private static final Set<String> SCARCELY = Set.of("hardly", "scarcely", "barely");

  /** "High time to do the right thing", "deals done right": nobody has done it. */
  boolean isFinite(int verb) {
    boolean bare = tree.tag(verb).equals("VBN") && tree.children(verb, "aux", "aux:pass").isEmpty();
    boolean aim =
        tree.marker(verb).endsWith("to")
            && Set.of("acl", "advcl", "csubj", "dep").contains(tree.relation(verb));
    return !aim && (!bare || tree.relation(verb).equals("conj"));
  }

  /** "Refuses to be seen as weak": whoever says so need not see it so. */
  boolean isSeenSo(FrameMatcher.Match match) {
    int head = tree.head(match.node());
    return match.frame().bySpeaker()
        && match.holders().isEmpty()
        && head >= 0
        && operators.is(Kind.LABEL, tree.lemma(head))
        && tree.isPassive(head)
        && (tree.relation(match.node()).equals("xcomp") || tree.marker(match.node()).equals("as"));
  }

  boolean isQuestion() {
    for (int i = tree.size() - 1; i >= Math.max(0, tree.size() - 3); i--) {
      if (tree.word(i).equals("?")) {
        return true;
      }
    }
    return false;
  }

  /** "Has yet to endorse", "has not endorsed yet": he may. */
  boolean isYetToCome(int at) {
    boolean open =
        tree.children(at, "mark").stream().anyMatch(m -> m > 0 && tree.word(m - 1).equals("yet"));
    boolean notYet =
        tree.children(at, "advmod").stream().anyMatch(i -> tree.word(i).equals("yet"))
            && tree.children(at, "advmod").stream()
                .anyMatch(i -> operators.is(Kind.NEGATOR, tree.word(i)));
    return open || notYet;
  }

  /** "Did not endorse X until May": then he did. */
  boolean isNotUntil(int at) {
    return tree.children(at, "aux").stream().anyMatch(i -> tree.word(i).equals("did"))
        && tree.children(at, "advmod").stream()
            .anyMatch(i -> operators.is(Kind.NEGATOR, tree.word(i)))
        && tree.children(at, "obl", "advcl", "nmod").stream()
            .anyMatch(i -> tree.marker(i).startsWith("until"));
  }

  /**
   * Whether a subordinator leaves its clause open: "until X pulls out"; but "until X pulled out"
   * tells that it did.
   */
  boolean isCondition(String marker, int verb) {
    return operators.is(Kind.CONDITION, marker)
        && !(marker.equals("until") && tree.tag(verb).equals("VBD"));
  }

  /** "Allow it only in cases of need". */
  boolean isOnlySometimes(int at) {
    for (int i = at + 1; i + 1 < tree.size() && i < at + ONLY_WITHIN; i++) {
      if (tree.word(i).equals("only") && LIMITS.contains(tree.word(i + 1))) {
        return tree.dominates(at, i);
      }
    }
    return false;
  }

  /** "No cookie-cutter fan", "hardly unabashed fans": what kind they are is denied, or more. */
  boolean isOtherKind(int noun, Set<Integer> cue) {
    var attributes = tree.children(noun, "amod").stream().filter(i -> !cue.contains(i)).toList();
    return tree.isNoun(noun)
        && !attributes.isEmpty()
        && IntStream.concat(
                tree.children(noun, "det", "advmod").stream().mapToInt(i -> i),
                attributes.stream()
                    .flatMap(i -> tree.children(i, "advmod").stream())
                    .mapToInt(i -> i))
            .anyMatch(i -> operators.is(Kind.NEGATOR, tree.word(i)));
  }

  /** "No reason why we should ..."; but "that is why we should ...". */
  boolean isIndirectQuestion(int word) {
    return operators.is(Kind.QUESTION, tree.word(word))
        && tree.tag(word).equals("WRB")
        && (word == 0 || !operators.is(Kind.COPULA, tree.lemma(word - 1)));
  }

  /** "Whatever X decides", "whichever side X supports": it is left open. */
  boolean isWhatever(int child) {
    return OPEN.contains(tree.word(child))
        || tree.children(child, "det").stream().anyMatch(i -> OPEN.contains(tree.word(i)));
  }

  /** "nobody", "none of them", "neither of them", "hardly anybody". */
  boolean isNobody(int subject) {
    return NOBODY.contains(tree.word(subject))
        || tree.children(subject).stream()
            .anyMatch(
                i ->
                    tree.word(i).equals("neither")
                        || (SCARCELY.contains(tree.word(i)) && tree.relation(i).equals("advmod")));
  }

  /** "under no circumstances", "in no way", "by no means". */
  boolean isNoWay(int phrase) {
    return Set.of("under", "in", "by", "at").contains(tree.marker(phrase))
        && tree.children(phrase, "det").stream().anyMatch(det -> tree.word(det).equals("no"));
  }

  boolean isNegation(int child, String relation) {
    boolean place = Set.of("advmod", "det", "cc", "cc:preconj", "neg", "aux").contains(relation);
    boolean only =
        child + 1 < tree.size()
            && Set.of("only", "just", "simply", "merely", "necessarily")
                .contains(tree.word(child + 1));
    return place && !only && !isApart(child, tree.head(child));
  }

  /** "X does not want it: he wants more": what stands before a colon does not reach behind it. */
  private boolean isApart(int word, int head) {
    return IntStream.range(word, Math.max(word, head))
        .anyMatch(i -> Set.of(":", ";").contains(tree.word(i)));
  }

  /** "A one-time backer". */
  boolean isOneTime(int time) {
    return time > 1
        && tree.word(time).equals("time")
        && tree.word(time - 1).equals("-")
        && tree.word(time - 2).equals("one");
  }

  /** "Earlier on Thursday", "earlier today", "a few hours earlier". */
  boolean isSameDay(int adverb) {
    int next = adverb + 1;
    boolean shortly =
        tree.children(adverb).stream()
            .anyMatch(i -> Set.of("hour", "minute", "moment").contains(tree.lemma(i)));
    boolean today =
        next < tree.size()
            && (Set.of("on", "in", "this").contains(tree.word(next))
                || operators.is(Kind.TIME, tree.lemma(next)));
    return tree.word(adverb).equals("earlier") && (shortly || today);
  }

  /** "Criticized X for opposing it": one is blamed or praised for what one did. */
  boolean isReason(Lexicon lexicon, int verb) {
    return tree.isVerb(verb)
        && !tree.logicalObjects(verb).isEmpty()
        && lexicon.frames(tree.lemma(verb)).stream()
            .anyMatch(frame -> Set.of("criticize", "praise", "blame").contains(frame.kind()));
  }
}
