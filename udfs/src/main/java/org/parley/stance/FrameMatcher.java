package org.parley.stance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.parley.stance.Operators.Kind;

/** Finds frames in a sentence, with the tokens that fill their slots. */
final class FrameMatcher {

  private static final Frame DEONTIC =
      new Frame(
          "deontic",
          List.of(),
          Frame.Part.VERB,
          List.of(Frame.SPEAKER),
          List.of(new Frame.Target("clause", 1)),
          0.8,
          "demand");

  private static final Frame PLAN =
      new Frame(
          "plan",
          List.of(),
          Frame.Part.VERB,
          List.of(Frame.SPEAKER),
          List.of(new Frame.Target("clause", 1)),
          0.7,
          "commit");

  private final Lexicon lexicon;

  private final Operators operators;
  private final FrameFillers fillers;

  FrameMatcher(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.operators = lexicon.operators();
    this.fillers = new FrameFillers(operators);
  }

  /**
   * A frame found.
   *
   * @param node its head word
   * @param cue all its words
   * @param holders heads of the nominals in the holder slot; empty where the speaker holds it
   * @param fillers what stands in the target slots
   */
  record Match(
      Frame frame, int node, Set<Integer> cue, List<Integer> holders, List<Filler> fillers) {}

  /** The head of a nominal or clause in a target slot. */
  record Filler(int token, int sign, String slot) {}

  /** The frames whose head word is at the node, the most specific ones only. */
  List<Match> matches(Tree tree, int node) {
    var found = new ArrayList<Match>();
    int specific = 0;
    for (Frame frame : candidates(tree, node)) {
      var cue = cue(tree, node, frame);
      if (cue != null && !(frame.kind().equals("undecided") && isNaming(tree, node))) {
        specific = Math.max(specific, frame.needs().size());
        found.add(fillers.fill(tree, node, frame, cue));
      }
    }
    int most = specific;
    boolean act =
        found.stream().anyMatch(m -> m.frame().needs().size() == most && m.frame().isAct());
    // "impose sanctions on X" is hostile to X, and still "impose" in favour of the sanctions.
    found.removeIf(m -> m.frame().needs().size() < most && !(act && m.frame().isEffect()));
    return found;
  }

  /**
   * The frames of a part of speech at a word, without their fillers, whatever the parser takes it
   * for.
   */
  List<Match> matches(Tree tree, int node, Frame.Part part) {
    var found = new ArrayList<Match>();
    for (Frame frame : lexicon.frames(tree.lemma(node))) {
      if (frame.part() == part && frame.needs().isEmpty()) {
        found.add(new Match(frame, node, Set.of(node), List.of(), List.of()));
      }
    }
    return found;
  }

  /** "should", "must", "need to": whoever says so demands what the clause says. */
  List<Match> deontic(Tree tree, int node) {
    boolean modal =
        tree.children(node, "aux").stream().anyMatch(i -> operators.is(Kind.DEONTIC, tree.lemma(i)))
            || (tree.relation(node).equals("xcomp")
                && operators.is(Kind.NECESSITY, tree.lemma(tree.head(node)))
                && tree.marker(node).equals("to"));
    if (modal) {
      return List.of(whole(DEONTIC, node));
    }
    return isOwnPlan(tree, node) ? List.of(whole(PLAN, node)) : List.of();
  }

  private static Match whole(Frame frame, int node) {
    return new Match(frame, node, Set.of(node), List.of(), List.of(new Filler(node, 1, "clause")));
  }

  /** "We will ...", "I am going to ...": whoever says so means to do it. */
  private boolean isOwnPlan(Tree tree, int node) {
    boolean going =
        tree.relation(node).equals("xcomp")
            && tree.marker(node).equals("to")
            && tree.word(tree.head(node)).equals("going");
    boolean will =
        tree.children(node, "aux").stream().anyMatch(i -> tree.lemma(i).equals("will"))
            && !tree.isPassive(node);
    var deeds =
        lexicon.frames(tree.lemma(node)).stream().filter(f -> f.part() == Frame.Part.VERB).toList();
    boolean deed = !deeds.isEmpty() && deeds.stream().allMatch(f -> f.isAct() || f.isEffect());
    return (going || will)
        && deed
        && tree.children(going ? tree.head(node) : node, "nsubj").stream()
            .anyMatch(i -> Set.of("i", "we").contains(tree.word(i)));
  }

  private List<Frame> candidates(Tree tree, int node) {
    var found = new ArrayList<Frame>();
    boolean verb = tree.isVerb(node);
    boolean noun = tree.isNoun(node);
    for (Frame frame : lexicon.frames(tree.lemma(node))) {
      if ((frame.part() == Frame.Part.VERB && verb && !tree.relation(node).equals("amod"))
          || (frame.part() == Frame.Part.NOUN && noun)) {
        found.add(frame);
      }
    }
    if (isDescription(tree, node)
        || tree.tag(node).startsWith("JJ")
        || tree.tag(node).startsWith("RB")) {
      for (Frame frame : lexicon.frames(tree.word(node))) {
        if (frame.part() == Frame.Part.ADJECTIVE) {
          found.add(frame);
        }
      }
    }
    if (!tree.children(node, "cop").isEmpty()) {
      for (int marker : tree.children(node, "case")) {
        for (Frame frame : lexicon.frames(tree.word(marker))) {
          if (frame.part() == Frame.Part.PREPOSITION) {
            found.add(frame);
          }
        }
      }
    }
    return found;
  }

  /** "Is encouraging", but not "is encouraging attacks", nor "would have needed". */
  private static boolean isDescription(Tree tree, int node) {
    return switch (tree.tag(node)) {
      case "VBG" -> tree.children(node, "obj", "xcomp", "ccomp", "dep").isEmpty();
      case "VBN" ->
          tree.children(node, "aux").stream().noneMatch(i -> tree.lemma(i).equals("have"))
              || !tree.children(node, "aux:pass").isEmpty();
      default -> false;
    };
  }

  /** The words of the frame, or null if one that it needs is missing. */
  private static Set<Integer> cue(Tree tree, int node, Frame frame) {
    var cue = new LinkedHashSet<Integer>();
    cue.add(node);
    for (Set<String> need : frame.needs()) {
      if (need.contains("!obj")) {
        if (!tree.children(node, "obj").isEmpty()) {
          return null;
        }
        continue;
      }
      int found = -1;
      for (int child : tree.children(node)) {
        if (found < 0 && isNeeded(tree, child, need)) {
          found = child;
        }
        for (int grandchild : tree.children(child)) {
          if (found < 0 && isNeeded(tree, grandchild, need) && !tree.isVerb(child)) {
            found = grandchild;
          }
        }
      }
      if (found < 0 && node + 1 < tree.size() && isNeeded(tree, node + 1, need)) {
        found = node + 1;
      }
      if (found < 0 && frame.part() == Frame.Part.NOUN) {
        found = governing(tree, node, need);
      }
      if (found < 0) {
        return null;
      }
      cue.add(found);
    }
    return cue;
  }

  /** The verb that a noun is subject or object of, or one joined to it, if it is needed; or -1. */
  private static int governing(Tree tree, int noun, Set<String> need) {
    int verb = tree.head(noun);
    if (verb < 0 || !Set.of("obj", "nsubj", "nsubj:pass").contains(tree.relation(noun))) {
      return -1;
    }
    int first = tree.relation(verb).equals("conj") ? tree.head(verb) : verb;
    return tree.conjuncts(first).stream()
        .filter(i -> tree.isVerb(i) && i > noun - 6 && isNeeded(tree, i, need))
        .findFirst()
        .orElse(-1);
  }

  private static boolean isNeeded(Tree tree, int token, Set<String> need) {
    return need.contains(tree.word(token)) || need.contains(tree.lemma(token));
  }

  /** "Considered a threat", "which X considers a threat": that is no hesitation. */
  private boolean isNaming(Tree tree, int verb) {
    int objects = tree.children(verb, "obj", "iobj", "obl:npmod").size();
    boolean complement =
        tree.children(verb, "xcomp").stream().anyMatch(i -> !tree.tag(i).startsWith("VB"));
    return operators.is(Kind.LABEL, tree.lemma(verb))
        && (complement
            || objects > 1
            || (objects > 0 && (tree.isPassive(verb) || tree.relation(verb).equals("acl:relcl"))));
  }
}
