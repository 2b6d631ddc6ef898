package org.parley.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.stance.Operators.Kind;
import org.parley.stance.StanceEvidence.Time;

/**
 * What the clauses above a frame make of it: negated, attempted, refused, reported by somebody,
 * only possible, past. Read by climbing from the frame's head word to the root of the sentence.
 */
final class Embedding {

  private final Operators operators;

  private final Tree tree;

  private final ClauseSigns signs;

  private final boolean ownHolder;

  private final boolean saysWhatIsDone;

  private final Set<Integer> cue;

  private final List<String> found = new ArrayList<>();

  private final List<Integer> sources = new ArrayList<>();

  private double sign = 1;

  private double strength = 1;

  private double certainty = 1;

  private boolean negated;

  private boolean above;

  private boolean noLonger;

  private boolean blocked;

  private boolean conditional;

  private Time time = Time.NOW;

  private Embedding(Operators operators, Tree tree, FrameMatcher.Match match) {
    this.operators = operators;
    this.tree = tree;
    this.signs = new ClauseSigns(operators, tree);
    this.ownHolder = !match.frame().bySpeaker();
    // "He lies" judges him, "he should lie low" does not; nor does "he could shine".
    this.saysWhatIsDone =
        match.frame().part() == Frame.Part.VERB && match.frame().kind().equals("evaluate");
    this.cue = match.cue();
  }

  /** Reads what stands above a frame. */
  static Embedding of(Lexicon lexicon, Tree tree, FrameMatcher.Match match) {
    var embedding = new Embedding(lexicon.operators(), tree, match);
    embedding.climb(lexicon, match);
    return embedding;
  }

  List<String> operators() {
    return found;
  }

  /** Those who say so, innermost first: heads of nominals. */
  List<Integer> sources() {
    return sources;
  }

  /** What implicative verbs make of the sign: 1 or -1. */
  double sign() {
    return sign;
  }

  /** How much hedges and attempts leave of the strength. */
  double strength() {
    return strength;
  }

  /** How sure the structure above is, as a factor of confidence. */
  double certainty() {
    return certainty;
  }

  boolean negated() {
    return negated;
  }

  boolean noLonger() {
    return noLonger;
  }

  /** Whether the frame is not asserted at all. */
  boolean blocked() {
    return blocked;
  }

  boolean conditional() {
    return conditional;
  }

  Time time() {
    return time;
  }

  private void climb(Lexicon lexicon, FrameMatcher.Match match) {
    int at = match.node();
    local(at);
    if (ownHolder && signs.isOtherKind(at, cue)) {
      block("other kind");
    }
    if (saysWhatIsDone && !signs.isFinite(at)) {
      block("not done");
    }
    if (signs.isSeenSo(match)) {
      block("seen so");
    }
    if (match.frame().bySpeaker()
        && !match.holders().isEmpty()
        && tree.head(at) >= 0
        && operators.is(Kind.LABEL, tree.lemma(tree.head(at)))) {
      // "called him a liar": the verb above is part of the frame.
      at = tree.head(at);
      local(at);
    }
    boolean presupposed = false;
    if (match.frame().part() == Frame.Part.NOUN) {
      int verb = FrameSlots.governingVerb(tree, at);
      if (verb >= 0 && operators.is(Kind.REVOKE, tree.lemma(verb))) {
        if (match.holders().stream().noneMatch(this::isOfSubject)) {
          block("revoked");
        }
        sign = -sign;
        found.add(tree.lemma(verb));
        local(verb, at);
        at = verb;
      } else if (verb >= 0 && isLight(verb)) {
        local(verb, at);
        at = verb;
      } else if (verb >= 0 && operators.is(Kind.UNREAL, tree.lemma(verb))) {
        block("unreal " + tree.lemma(verb));
      }
    }
    for (int steps = 0; steps < tree.size() && tree.head(at) >= 0; steps++) {
      int governor = tree.head(at);
      inverted(at);
      switch (tree.relation(at)) {
        case "conj" -> conjunct(at, governor, presupposed);
        case "xcomp" -> {
          if (!presupposed) {
            complement(lexicon, at, governor);
          }
        }
        case "ccomp", "dep", "parataxis" ->
            presupposed |= clause(lexicon, at, governor, presupposed);
        case "advcl" -> {
          adverbial(lexicon, at);
          presupposed = true;
        }
        case "acl:relcl" -> presupposed = true;
        case "acl" -> {
          if (!presupposed && operators.is(Kind.RISK, tree.lemma(governor))) {
            block("risk");
          }
          if (!presupposed && operators.is(Kind.ASSERTION, tree.lemma(governor))) {
            // "X rebutted Y's complaint that ...": Y says so.
            addSources(tree.children(governor, "nmod:poss"));
          }
          boolean planned = tree.marker(at).equals("to") || tree.marker(at).equals("that");
          if (!presupposed && planned && !match.frame().bySpeaker()) {
            block("plan");
          }
          presupposed = true;
        }
        default -> presupposed = true;
      }
      at = governor;
    }
    inverted(at);
    if (signs.isQuestion()) {
      block("question");
    }
  }

  private boolean isLight(int verb) {
    String lemma = tree.lemma(verb);
    return operators.is(Kind.LIGHT, lemma)
        || operators.is(Kind.REVERSE, lemma)
        || operators.is(Kind.COPULA, lemma);
  }

  /** "dropped its objection": the one who drops it is the one who objected. */
  private boolean isOfSubject(int holder) {
    return tree.relation(holder).startsWith("nsubj") || tree.tag(holder).startsWith("PRP");
  }

  /** What stands at the word itself. */
  private void local(int at) {
    local(at, -1);
  }

  /** What stands at a word, but for one child that has had its turn. */
  private void local(int at, int done) {
    above = negated;
    if (ownHolder && tree.marker(at).equals("for to")) {
      // "It is time for X to reject Y": nobody says that he does.
      block("for to");
    }
    if (signs.isYetToCome(at)) {
      block("yet");
    }
    if (signs.isNotUntil(at)) {
      block("until");
    }
    if (signs.isOnlySometimes(at) && !conditional) {
      conditional = true;
      strength *= 0.5;
      found.add("only");
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
      } else if (relation.equals("advmod") && child < at && signs.isIndirectQuestion(child)) {
        block(word);
      } else if (word.equals("longer")
          && tree.children(child).stream().anyMatch(i -> tree.word(i).equals("no"))) {
        negate(child, "no longer");
        noLonger = true;
      } else if (relation.equals("advmod") || relation.equals("amod")) {
        adverb(child);
      } else if (relation.equals("mark")) {
        if (operators.is(Kind.QUESTION, word)) {
          block(word);
        } else if (operators.is(Kind.CONDITION, word)) {
          block(word);
        }
      } else if (relation.equals("advcl")
          && operators.is(Kind.CONDITION, tree.marker(child))
          && !conditional) {
        conditional = true;
        strength *= 0.5;
        found.add(tree.marker(child));
      } else if ((relation.equals("nsubj") || relation.equals("obj"))
          && tree.children(child, "det").stream()
              .anyMatch(det -> tree.word(det).equals("no") && !cue.contains(det))) {
        negate(child, "no");
      } else if (relation.startsWith("nsubj") && signs.isNobody(child)) {
        negate(child, word);
      } else if (relation.equals("obl") && signs.isNoWay(child)) {
        negate(child, tree.marker(child) + " no " + word);
      }
    }
  }

  private void negate(int child, String word) {
    boolean longer =
        tree.children(child).stream().anyMatch(i -> tree.word(i).equals("longer"))
            || (child + 1 < tree.size() && tree.word(child + 1).equals("longer"));
    if (longer) {
      noLonger = true;
    }
    // "does not, and never will, accept" says it twice.
    negated = !above;
    found.add(word.equals("n't") ? "not" : word);
  }

  private void modal(int at, String lemma) {
    double value = operators.value(Kind.MODAL, lemma, 1);
    if (value == 1) {
      return;
    }
    boolean denied =
        tree.children(at, "advmod").stream()
            .anyMatch(i -> operators.is(Kind.NEGATOR, tree.word(i)));
    boolean unable = denied && (lemma.equals("can") || lemma.equals("could"));
    if (value < 0.5 && !unable && (ownHolder || saysWhatIsDone)) {
      block(lemma);
    } else if (value < 1) {
      found.add(lemma);
      strength *= value < 0.5 ? 1 : value;
    }
  }

  private void adverb(int child) {
    String word = tree.word(child);
    if (signs.isSameDay(child)) {
      return;
    }
    if (operators.is(Kind.PAST, word)) {
      time = Time.PAST;
      found.add(word);
    } else if (operators.is(Kind.FUTURE, word)) {
      time = Time.FUTURE;
      found.add(word);
    } else if (operators.is(Kind.HEDGE, word)) {
      strength *= operators.value(Kind.HEDGE, word, 1);
      found.add(word);
    }
  }

  private void conjunct(int at, int governor, boolean presupposed) {
    boolean own = !tree.children(at, "nsubj", "nsubj:pass").isEmpty();
    if (presupposed || own || !tree.isVerb(governor)) {
      return;
    }
    boolean alternative =
        tree.children(at, "cc").stream()
            .anyMatch(cc -> Set.of("or", "nor").contains(tree.word(cc)));
    above = negated;
    for (int child : tree.children(governor)) {
      if (tree.relation(child).equals("aux") && tree.children(at, "aux").isEmpty()) {
        modal(governor, tree.lemma(child));
      } else if (alternative
          && operators.is(Kind.NEGATOR, tree.word(child))
          && tree.relation(child).equals("advmod")) {
        negate(child, tree.word(child));
      } else if (tree.relation(child).equals("mark")
          && (operators.is(Kind.CONDITION, tree.word(child))
              || operators.is(Kind.QUESTION, tree.word(child)))) {
        block(tree.word(child));
      }
    }
  }

  /** A clause without a subject of its own: "refuse to support". */
  private void complement(Lexicon lexicon, int at, int governor) {
    String lemma = tree.lemma(governor);
    boolean object = !tree.children(governor, "obj", "iobj").isEmpty() && !lemma.equals("promise");
    if (operators.is(Kind.COPULA, lemma) && !tree.isVerb(at)) {
      local(governor);
      return;
    }
    if (object && ownHolder) {
      block("of another");
      return;
    }
    if (operators.is(Kind.IMPLICATIVE, lemma)) {
      double value = operators.value(Kind.IMPLICATIVE, lemma, 1);
      if (value == 0) {
        block(lemma);
        return;
      }
      if (Math.abs(value) < 1 || value < 0) {
        found.add(lemma);
      }
      sign *= Math.signum(value);
      strength *= Math.abs(value);
      if (value < 0 && value > -1) {
        certainty *= 0.8;
      }
      if (tree.word(governor).equals("used")) {
        time = Time.PAST;
      }
      local(governor);
    } else if (operators.is(Kind.REPORT, lemma)) {
      sources.addAll(tree.logicalSubjects(governor));
      local(governor);
    } else if (lexicon.frames(lemma).stream().anyMatch(f -> f.part() == Frame.Part.VERB)
        || tree.isPassive(governor)) {
      block(lemma);
    } else {
      certainty *= 0.8;
      local(governor);
    }
  }

  /** A clause with its own subject; returns whether operators above no longer reach the frame. */
  private boolean clause(Lexicon lexicon, int at, int governor, boolean presupposed) {
    String lemma = tree.lemma(governor);
    String word = tree.word(governor);
    if (operators.is(Kind.REPORT, lemma)) {
      sources.addAll(tree.logicalSubjects(governor));
      if (tree.children(governor, "advmod").stream()
          .anyMatch(i -> operators.is(Kind.NEGATOR, tree.word(i)))) {
        block("not " + lemma);
      }
      boolean future =
          tree.children(governor, "aux").stream()
              .anyMatch(i -> operators.value(Kind.MODAL, tree.lemma(i), 1) < 0.5);
      if (future) {
        block("may " + lemma);
      }
      return true;
    }
    boolean gerund = tree.tag(at).equals("VBG") && !lexicon.frames(lemma).isEmpty();
    boolean attitude =
        gerund
            || lexicon.frames(lemma).stream().anyMatch(f -> hasClauseSlot(f))
            || lexicon.frames(word).stream().anyMatch(f -> hasClauseSlot(f));
    if (!presupposed && tree.relation(at).equals("ccomp") && attitude && at > governor) {
      block(word);
    }
    // What a doubt or a demand is about follows it; a clause before it stands for itself.
    if ((operators.is(Kind.RISK, lemma) && at > governor)
        || tree.children(governor, "nsubj", "obj").stream()
            .anyMatch(i -> operators.is(Kind.RISK, tree.lemma(i)))) {
      block("risk");
    }
    return true;
  }

  private static boolean hasClauseSlot(Frame frame) {
    return frame.targets().stream().anyMatch(target -> target.slot().equals("that"));
  }

  private void adverbial(Lexicon lexicon, int at) {
    String marker = tree.marker(at);
    if (marker.equals("for") && signs.isReason(lexicon, tree.head(at))) {
      return;
    }
    boolean open =
        tree.tag(at).equals("VBG")
            && Set.of("to", "from", "against", "for", "about", "of", "on").contains(marker);
    // "I would eat my hat before I would vote for him."
    boolean never =
        marker.equals("before")
            && tree.children(at, "aux").stream().anyMatch(i -> tree.lemma(i).equals("would"));
    if (operators.is(Kind.CONDITION, marker)
        || operators.is(Kind.QUESTION, marker)
        || open
        || never) {
      block(marker);
    }
  }

  /** "..., he said" and "according to him": the source hangs below what it says. */
  private void inverted(int at) {
    for (int child : tree.children(at)) {
      String relation = tree.relation(child);
      boolean clause =
          relation.equals("parataxis") || relation.equals("ccomp") || relation.equals("dep");
      if (clause
          && operators.is(Kind.REPORT, tree.lemma(child))
          && tree.isVerb(child)
          && tree.children(child, "mark", "ccomp").isEmpty()
          && child > at) {
        addSources(tree.children(child, "nsubj"));
      } else if (relation.equals("obl") && tree.marker(child).equals("according to")) {
        addSources(List.of(child));
      }
    }
  }

  private void addSources(List<Integer> tokens) {
    for (int token : tokens) {
      if (!sources.contains(token)) {
        sources.add(token);
      }
    }
  }

  private void block(String why) {
    blocked = true;
    found.add(why);
  }
}
