package org.parley.stance;

import java.util.List;
import java.util.Set;
import org.parley.stance.Operators.Kind;
import org.parley.stance.StanceEvidence.Time;

/** Climbs from a frame's head word to the root of the sentence and notes what embeds the frame. */
final class Climb {
  private final Lexicon lexicon;

  private final Operators operators;

  private final Tree tree;

  private final FrameMatcher.Match match;

  private final Embedding embedding;

  private final ClauseSigns signs;

  private final WordSigns words;

  private final boolean ownHolder;

  Climb(Lexicon lexicon, Tree tree, FrameMatcher.Match match, Embedding embedding) {
    this.lexicon = lexicon;
    this.operators = lexicon.operators();
    this.tree = tree;
    this.match = match;
    this.embedding = embedding;
    this.signs = new ClauseSigns(operators, tree);
    this.words = new WordSigns(operators, tree, match, embedding);
    this.ownHolder = !match.frame().bySpeaker();
  }

  void read() {
    int at = match.node();
    words.local(at);
    if (ownHolder && signs.isOtherKind(at, match.cue())) {
      embedding.block("other kind");
    }
    if (words.saysWhatIsDone() && !signs.isFinite(at)) {
      embedding.block("not done");
    }
    if (signs.isSeenSo(match)) {
      embedding.block("seen so");
    }
    if (match.frame().bySpeaker()
        && !match.holders().isEmpty()
        && tree.head(at) >= 0
        && operators.is(Kind.LABEL, tree.lemma(tree.head(at)))) {
      // "called him a liar": the verb above is part of the frame.
      at = tree.head(at);
      words.local(at);
    }
    boolean presupposed = false;
    if (match.frame().part() == Frame.Part.NOUN) {
      int verb = FrameSlots.governingVerb(tree, at);
      if (verb >= 0 && operators.is(Kind.REVOKE, tree.lemma(verb))) {
        if (match.holders().stream().noneMatch(this::isOfSubject)) {
          embedding.block("revoked");
        }
        embedding.turn(-1);
        embedding.note(tree.lemma(verb));
        words.local(verb, at);
        at = verb;
      } else if (verb >= 0 && isLight(verb)) {
        words.local(verb, at);
        at = verb;
      } else if (verb >= 0 && operators.is(Kind.UNREAL, tree.lemma(verb))) {
        embedding.block("unreal " + tree.lemma(verb));
      }
    }
    for (int steps = 0; steps < tree.size() && tree.head(at) >= 0; steps++) {
      int governor = tree.head(at);
      inverted(at);
      switch (tree.relation(at)) {
        case "conj" -> conjunct(at, governor, presupposed);
        case "xcomp" -> {
          if (!presupposed) {
            complement(at, governor);
          }
        }
        case "ccomp", "dep", "parataxis" -> presupposed |= clause(at, governor, presupposed);
        case "advcl" -> {
          adverbial(at);
          presupposed = true;
        }
        case "amod" -> {
          if (tree.children(governor, "cop").isEmpty()) {
            presupposed = true;
          } else {
            words.local(governor, at);
          }
        }
        case "acl:relcl" -> presupposed = true;
        case "acl" -> {
          if (!presupposed && operators.is(Kind.RISK, tree.lemma(governor))) {
            embedding.block("risk");
          }
          if (!presupposed && operators.is(Kind.ASSERTION, tree.lemma(governor))) {
            claimed(governor);
          }
          boolean planned = tree.marker(at).equals("to") || tree.marker(at).equals("that");
          if (!presupposed && planned && !match.frame().bySpeaker()) {
            embedding.block("plan");
          }
          presupposed = true;
        }
        case "nmod" -> {
          // "Rumors of X's support for Y", "lies such as X's support for Y".
          if (!presupposed && operators.is(Kind.FICTION, tree.lemma(governor))) {
            embedding.block("unreal " + tree.lemma(governor));
          }
          presupposed = true;
        }
        default -> presupposed = true;
      }
      at = governor;
    }
    inverted(at);
    if (signs.isQuestion()) {
      embedding.block("question");
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

  private void conjunct(int at, int governor, boolean presupposed) {
    boolean own = !tree.children(at, "nsubj", "nsubj:pass").isEmpty();
    if (presupposed || own || !tree.isVerb(governor)) {
      return;
    }
    boolean alternative =
        tree.children(at, "cc").stream()
            .anyMatch(cc -> Set.of("or", "nor").contains(tree.word(cc)));
    words.begin();
    for (int child : tree.children(governor)) {
      if (tree.relation(child).equals("aux") && tree.children(at, "aux").isEmpty()) {
        words.modal(governor, tree.lemma(child));
      } else if (alternative
          && operators.is(Kind.NEGATOR, tree.word(child))
          && tree.relation(child).equals("advmod")) {
        words.negate(child, tree.word(child));
      } else if (tree.relation(child).equals("mark")
          && (operators.is(Kind.CONDITION, tree.word(child))
              || operators.is(Kind.QUESTION, tree.word(child)))) {
        embedding.block(tree.word(child));
      }
    }
  }

  /** A clause without a subject of its own: "refuse to support". */
  private void complement(int at, int governor) {
    String lemma = tree.lemma(governor);
    boolean object = !tree.children(governor, "obj", "iobj").isEmpty() && !lemma.equals("promise");
    if (operators.is(Kind.COPULA, lemma) && (!tree.isVerb(at) || tree.tag(at).equals("VBN"))) {
      words.local(governor);
      return;
    }
    if (object && ownHolder) {
      embedding.block("of another");
      return;
    }
    if (operators.is(Kind.IMPLICATIVE, lemma)) {
      double value = operators.value(Kind.IMPLICATIVE, lemma, 1);
      if (value == 0) {
        embedding.block(lemma);
        return;
      }
      if (Math.abs(value) < 1 || value < 0) {
        embedding.note(lemma);
      }
      embedding.turn(Math.signum(value));
      embedding.weaken(Math.abs(value));
      if (value < 0 && value > -1) {
        embedding.doubt(0.8);
      }
      if (tree.word(governor).equals("used")) {
        embedding.at(Time.PAST);
      }
      words.local(governor);
    } else if (operators.is(Kind.REPORT, lemma)) {
      embedding.sources().addAll(tree.logicalSubjects(governor));
      words.local(governor);
    } else if (lexicon.frames(lemma).stream().anyMatch(f -> f.part() == Frame.Part.VERB)
        || tree.isPassive(governor)) {
      embedding.block(lemma);
    } else {
      embedding.doubt(0.8);
      words.local(governor);
    }
  }

  /** A clause with its own subject; returns whether operators above no longer reach the frame. */
  private boolean clause(int at, int governor, boolean presupposed) {
    String lemma = tree.lemma(governor);
    String word = tree.word(governor);
    if (tree.isNoun(governor) && operators.is(Kind.ASSERTION, lemma)) {
      claimed(governor);
      return true;
    }
    if (operators.value(Kind.IMPLICATIVE, lemma, 1) == 0) {
      // "Denied that he supports it".
      embedding.block(lemma);
    }
    if (operators.is(Kind.REPORT, lemma)) {
      embedding.sources().addAll(tree.logicalSubjects(governor));
      if (tree.children(governor, "advmod").stream()
          .anyMatch(i -> operators.is(Kind.NEGATOR, tree.word(i)))) {
        embedding.block("not " + lemma);
      }
      boolean future =
          tree.children(governor, "aux").stream()
              .anyMatch(i -> operators.value(Kind.MODAL, tree.lemma(i), 1) < 0.5);
      if (future) {
        embedding.block("may " + lemma);
      }
      return true;
    }
    boolean gerund = tree.tag(at).equals("VBG") && !lexicon.frames(lemma).isEmpty();
    boolean attitude =
        gerund
            || lexicon.frames(lemma).stream().anyMatch(f -> hasClauseSlot(f))
            || lexicon.frames(word).stream().anyMatch(f -> hasClauseSlot(f));
    if (!presupposed && tree.relation(at).equals("ccomp") && attitude && at > governor) {
      embedding.block(word);
    }
    // What a doubt or a demand is about follows it; a clause before it stands for itself.
    if ((operators.is(Kind.RISK, lemma) && at > governor)
        || tree.children(governor, "nsubj", "obj").stream()
            .anyMatch(i -> operators.is(Kind.RISK, tree.lemma(i)))) {
      embedding.block("risk");
    }
    return true;
  }

  /** "X rebutted Y's complaint that ...": Y says so; of "claims that ..." nobody knows who. */
  private void claimed(int noun) {
    var owners = tree.children(noun, "nmod:poss");
    embedding.addSources(owners);
    if (owners.isEmpty() && match.frame().bySpeaker() && tree.tag(noun).equals("NNS")) {
      embedding.block("claimed");
    }
  }

  private static boolean hasClauseSlot(Frame frame) {
    return frame.targets().stream().anyMatch(target -> target.slot().equals("that"));
  }

  private void adverbial(int at) {
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
    if (signs.isCondition(marker, at) || operators.is(Kind.QUESTION, marker) || open || never) {
      embedding.block(marker);
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
        embedding.addSources(tree.children(child, "nsubj"));
      } else if (relation.equals("obl") && tree.marker(child).equals("according to")) {
        embedding.addSources(List.of(child));
      }
    }
  }
}
