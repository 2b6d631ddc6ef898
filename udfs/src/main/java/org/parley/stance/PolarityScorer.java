package org.parley.stance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.parley.nlp.Sentence;
import org.parley.stance.Operators.Kind;

/**
 * A lexicon's answer where the rules have none: how well a sentence speaks of a target, from the
 * polar words of the frames around it, the nearer on the dependency path the more. A last resort
 * for pairs that are given; it says nothing of who holds the view. Immutable.
 */
public final class PolarityScorer {
  /**
   * What a polar word counts that has no path to the target, and one whose slot the target fills.
   */
  private static final double FAR = 0.1;

  private static final double FILLED = 2;

  private final Operators operators;
  private final FrameMatcher frames;

  public PolarityScorer(Lexicon lexicon) {
    this.operators = lexicon.operators();
    this.frames = new FrameMatcher(lexicon);
  }

  /**
   * The sum of the polar words' signs, each by its intensity and nearness.
   *
   * @param sentence a parsed sentence
   * @param target indices of the target's tokens; none: all words count alike
   * @return negative, positive, or 0 where no polar word stands in the sentence
   */
  public double score(Sentence sentence, Collection<Integer> target) {
    if (!sentence.parsed()) {
      return 0;
    }
    var tree = new Tree(sentence, operators);
    double sum = 0;
    for (int node = 0; node < tree.size(); node++) {
      if (target.contains(node)) {
        continue;
      }
      double best = 0;
      for (FrameMatcher.Match match : frames.matches(tree, node)) {
        double value = value(tree, match, target);
        if (Math.abs(value) > Math.abs(best)) {
          best = value;
        }
      }
      sum += best;
    }
    return sum;
  }

  /**
   * The tone of the last polar verb between two tokens, whatever the syntax: a baseline.
   *
   * @return 1, -1, or 0 where no polar verb stands there
   */
  public int verbBetween(Sentence sentence, int from, int to) {
    var tree = new Tree(sentence, operators);
    for (int i = to - 1; i > from; i--) {
      for (FrameMatcher.Match match : frames.matches(tree, i, Frame.Part.VERB)) {
        if (tree.isVerb(i) && prior(match.frame()) != 0) {
          return (int) prior(match.frame());
        }
      }
    }
    return 0;
  }

  private double value(Tree tree, FrameMatcher.Match match, Collection<Integer> target) {
    var frame = match.frame();
    double sign = 0;
    double nearness = nearness(tree, match.node(), target);
    for (FrameMatcher.Filler filler : match.fillers()) {
      if (target.stream().anyMatch(t -> covers(tree, filler.token(), t))) {
        sign = filler.sign();
        nearness = FILLED;
      }
    }
    if (nearness < FILLED) {
      sign = prior(frame);
    }
    double weight = frame.isEffect() && nearness < FILLED ? 0.4 : 1;
    boolean negated =
        tree.children(match.node(), "advmod", "det").stream()
            .anyMatch(i -> operators.is(Kind.NEGATOR, tree.word(i)));
    return sign * frame.intensity() * nearness * weight * (negated ? -0.6 : 1);
  }

  private static boolean covers(Tree tree, int filler, int target) {
    return filler == target
        || (tree.head(target) == filler
            && List.of("nmod:poss", "compound", "appos", "flat").contains(tree.relation(target)));
  }

  /** The tone of a frame's word: the sign of its first slot that has one. */
  private static double prior(Frame frame) {
    return frame.targets().stream()
        .mapToInt(Frame.Target::sign)
        .filter(sign -> sign != 0)
        .findFirst()
        .orElse(0);
  }

  private static double nearness(Tree tree, int node, Collection<Integer> target) {
    double best = FAR;
    for (int t : target) {
      int distance = distance(tree, node, t);
      if (distance >= 0) {
        best = Math.max(best, 1.0 / (1 + distance));
      }
    }
    return best;
  }

  private static int distance(Tree tree, int a, int b) {
    var up = new ArrayList<Integer>();
    for (int at = a; at >= 0 && up.size() <= tree.size(); at = tree.head(at)) {
      up.add(at);
    }
    int steps = 0;
    for (int at = b; at >= 0 && steps <= tree.size(); at = tree.head(at)) {
      int met = up.indexOf(at);
      if (met >= 0) {
        return met + steps;
      }
      steps++;
    }
    return -1;
  }
}
