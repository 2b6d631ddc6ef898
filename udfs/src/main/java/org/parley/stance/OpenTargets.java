package org.parley.stance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.parley.stance.Operators.Kind;
import org.parley.stance.StanceEvidence.TargetKind;

/**
 * Targets that are neither an issue nor an entity: what a noun phrase or a clause in a target slot
 * says, by its own words. The id is made of them ({@code open:expulsion_us_diplomats}), so that the
 * same wording is the same target; which wordings belong together is left to the reader of a
 * corpus.
 */
final class OpenTargets {
  /** Names of open targets begin so. */
  static final String PREFIX = "open:";

  /** How sure an open target is beside an issue: nobody has said that it is a matter of dispute. */
  private static final double OPEN = 0.85;

  private static final int MOST_WORDS = 8;

  /** How much less sure one is that is only a noun: "the deal". */
  private static final double BARE = 0.8;

  /** An attribute weaker than this is no judgement: "good friends". */
  private static final double JUDGEMENT = 0.75;

  private static final Set<String> APART =
      Set.of(
          "acl:relcl",
          "appos",
          "parataxis",
          "advcl",
          "punct",
          "cc",
          "conj",
          "nmod:tmod",
          "obl:tmod");

  private static final Set<String> CONTENT = Set.of("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "VB");

  private final Lexicon lexicon;
  private final Operators operators;
  private final Reading reading;
  private final Tree tree;

  OpenTargets(Lexicon lexicon, Reading reading, Tree tree) {
    this.lexicon = lexicon;
    this.operators = lexicon.operators();
    this.reading = reading;
    this.tree = tree;
  }

  /** The open target in a slot of a frame, if what fills it says enough to be one. */
  Optional<Reach.Hit> in(FrameMatcher.Match match, FrameMatcher.Filler filler) {
    int token = filler.token();
    boolean weak =
        match.frame().bySpeaker()
            && tree.relation(match.node()).equals("amod")
            && match.frame().intensity() < JUDGEMENT;
    if (!(match.frame().takesSides(filler) || isUndone(match, filler) || isDoneTo(match, filler))
        || weak
        || isOwnWord(match, filler)
        || tree.relation(token).equals("amod")) {
      return Optional.empty();
    }
    boolean clause = tree.isVerb(token) || Set.of("clause", "inf").contains(filler.slot());
    if (clause ? !saysEnough(match, token) : !isMatter(match, token)) {
      return Optional.empty();
    }
    var words = new LinkedHashSet<String>();
    if (clause) {
      // "wants the city to be the capital": who or what shall do so belongs to it.
      match.fillers().stream()
          .filter(other -> isSubject(other, token))
          .forEach(other -> words(other.token(), other.token(), match.cue(), words));
    }
    var undone = clause ? undone(token) : List.<Integer>of();
    var left = new HashSet<>(match.cue());
    left.addAll(undone);
    int head = undone.isEmpty() ? token : complement(undone.get(undone.size() - 1));
    words(token, head, left, words);
    if (words.isEmpty() || (clause && words.size() < 2)) {
      return Optional.empty();
    }
    boolean negated =
        clause
            && (tree.children(token, "advmod").stream()
                    .anyMatch(i -> operators.is(Kind.NEGATOR, tree.word(i)))
                || tree.children(token, "nsubj", "nsubj:pass", "obj").stream()
                    .flatMap(i -> tree.children(i, "det").stream())
                    .anyMatch(i -> tree.word(i).equals("no")));
    var turns = new ArrayList<String>();
    if (negated) {
      turns.add("not");
    }
    undone.forEach(verb -> turns.add(tree.lemma(verb)));
    return Optional.of(
        new Reach.Hit(
            PREFIX + String.join("_", words),
            TargetKind.OPEN,
            token,
            turns.size() % 2 == 0 ? filler.sign() : -filler.sign(),
            clause || isDescribed(token) ? OPEN : OPEN * BARE,
            turns));
  }

  /** "Should not hesitate to refuse to act": the verbs that leave undone what their clause says. */
  private List<Integer> undone(int verb) {
    var found = new ArrayList<Integer>();
    int at = verb;
    while (operators.value(Kind.IMPLICATIVE, tree.lemma(at), 1) < 0 && complement(at) >= 0) {
      found.add(at);
      at = complement(at);
    }
    return found;
  }

  /** The verb of the clause without a subject below a verb, or -1. */
  private int complement(int verb) {
    return tree.children(verb, "xcomp").stream()
        .filter(child -> child > verb && tree.isVerb(child))
        .findFirst()
        .orElse(-1);
  }

  /** "Dropped its objections": nobody is for or against what he says himself. */
  private boolean isOwnWord(FrameMatcher.Match match, FrameMatcher.Filler filler) {
    return operators.is(Kind.REVOKE, tree.lemma(match.node()))
        && filler.slot().equals("obj")
        && lexicon.isAttitude(tree.lemma(filler.token()))
        && tree.children(filler.token(), "nmod:poss").stream()
            .anyMatch(owner -> tree.tag(owner).equals("PRP$"));
  }

  /** "Blocked the package": who hinders what was decided on is against it; "a deal" is none yet. */
  private boolean isUndone(FrameMatcher.Match match, FrameMatcher.Filler filler) {
    return match.frame().isEffect()
        && match.frame().part() == Frame.Part.VERB
        && filler.sign() < 0
        && filler.slot().equals("obj")
        && operators.is(Kind.MEASURE, tree.lemma(filler.token()))
        && tree.children(filler.token(), "det").stream()
            .noneMatch(i -> Set.of("a", "an", "no").contains(tree.word(i)));
  }

  /** "Jailed two sailors": a deed is done to those whom it names, whoever they are. */
  private boolean isDoneTo(FrameMatcher.Match match, FrameMatcher.Filler filler) {
    return match.frame().isAct()
        && (operators.is(Kind.HUMAN, tree.lemma(filler.token()))
            || operators.is(Kind.MATERIEL, tree.lemma(filler.token())));
  }

  /** Whether a noun in a slot is the subject of the infinitive in another one. */
  private boolean isSubject(FrameMatcher.Filler noun, int verb) {
    return noun.token() != verb
        && noun.token() < verb
        && Set.of("obj", "iobj").contains(noun.slot())
        && tree.relation(verb).equals("xcomp")
        && tree.isNoun(noun.token());
  }

  /** Whether a noun stands for a matter of its own, and for nobody that acts. */
  private boolean isMatter(FrameMatcher.Match match, int token) {
    boolean subject =
        match.fillers().stream()
            .anyMatch(
                other -> tree.isVerb(other.token()) && hasSubject(match, token, other.token()));
    if (subject || (!tree.isNoun(token) && !tree.tag(token).equals("VBG"))) {
      return false;
    }
    var mention = reading.mention(tree, token);
    boolean named = mention != null && (reading.acts(mention.entityId()) || !isDescribed(token));
    boolean empty =
        operators.is(Kind.VAGUE, tree.lemma(token))
            || operators.is(Kind.DELEGATE, tree.lemma(token))
            || (!isDescribed(token)
                && !operators.is(Kind.MEASURE, tree.lemma(token))
                && !pointsBack(token)
                && (operators.is(Kind.ASSERTION, tree.lemma(token))
                    || operators.is(Kind.DEICTIC, tree.lemma(token))
                    || operators.is(Kind.TRANSPARENT, tree.lemma(token))));
    return !named && !empty;
  }

  /** "Deplored the decision": which one, the text has said. */
  private boolean pointsBack(int token) {
    return (operators.is(Kind.DEICTIC, tree.lemma(token))
            || operators.is(Kind.ASSERTION, tree.lemma(token)))
        && tree.children(token, "det").stream()
            .anyMatch(i -> Set.of("the", "this", "that", "these").contains(tree.word(i)));
  }

  private boolean isDescribed(int token) {
    return !tree.children(token, "amod", "compound", "nmod", "nmod:poss", "acl", "xcomp", "ccomp")
        .isEmpty();
  }

  /** Whether a clause names somebody or something besides its verb. */
  private boolean saysEnough(FrameMatcher.Match match, int verb) {
    boolean feared = match.frame().kind().equals("fear") && tree.lemma(match.node()).equals("warn");
    boolean question =
        feared
            || tree.children(verb, "mark", "advmod").stream()
                .anyMatch(i -> operators.is(Kind.QUESTION, tree.word(i)));
    return !question
        && !operators.is(Kind.REPORT, tree.lemma(verb))
        && tree.subtree(verb, APART).stream()
            .anyMatch(
                i ->
                    i != verb
                        && tree.isNoun(i)
                        && !match.cue().contains(i)
                        && !operators.is(Kind.VAGUE, tree.lemma(i)));
  }

  private boolean hasSubject(FrameMatcher.Match match, int noun, int verb) {
    return match.fillers().stream()
        .anyMatch(filler -> filler.token() == noun && isSubject(filler, verb));
  }

  /**
   * Adds the content words of a phrase, in order.
   *
   * @param top the word over all of them
   * @param head the word that always counts
   */
  private void words(int top, int head, Set<Integer> cue, Set<String> words) {
    for (int i : tree.subtree(top, APART)) {
      boolean content =
          (i == head || CONTENT.contains(tree.tag(i)) || tree.isVerb(i))
              && !tree.relation(i).startsWith("aux")
              && !tree.lemma(i).equals("be");
      boolean counts =
          content
              && (i == head || !cue.contains(i))
              && !operators.is(Kind.PAST, tree.word(i))
              && !operators.is(Kind.TIME, tree.lemma(i));
      String word =
          tree.word(i)
              .toLowerCase(Locale.ROOT)
              .replace('-', '_')
              .replaceAll("[^\\p{L}\\p{N}_]", "");
      if (counts && word.length() > 1 && words.size() < MOST_WORDS) {
        words.add(word);
      }
    }
  }
}
