package org.parley.nlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arc-standard transition parser (Nivre 2004) with the network of Chen and Manning (EMNLP 2014)
 * over CoreNLP's own weights. It finds the trees of CoreNLP's parser many times faster; sums are
 * taken in another order, so that a near tie may come out the other way. One parser serves one
 * thread.
 */
final class TransitionParser {
  private static final int NOTHING = -1;
  private static final int ROOT = 0;

  private final ParserModel model;
  private final TransitionScorer scorer;
  private final int labelCount;
  private final int passiveAuxiliary;
  private final int[] passiveOf;

  // The configuration: tokens are numbered from 1, the root is 0.
  private int[] words = new int[0];
  private int[] tags;
  private int[] stack;
  private int[] heads;
  private int[] labels;
  private int[] firstLeft;
  private int[] secondLeft;
  private int[] firstRight;
  private int[] secondRight;
  private int stackSize;
  private int next;
  private int length;
  private boolean bufferIsCurrent;

  TransitionParser(ParserModel model, TransitionScorer.Tables tables) {
    this.model = model;
    scorer = new TransitionScorer(model, tables);
    labelCount = model.labels.size() - 1;
    passiveAuxiliary = model.labels.indexOf("aux:pass");
    passiveOf = new int[model.labels.size()];
    for (int i = 0; i < passiveOf.length; i++) {
      String label = model.labels.get(i);
      passiveOf[i] =
          label.equals("nsubj") || label.equals("csubj")
              ? model.labels.indexOf(label + ":pass")
              : i;
    }
  }

  /**
   * What governs a token.
   *
   * @param head the index of its head in the sentence, from 0, or {@link Token#ROOT}
   * @param relation the name of the arc from there
   */
  record Arc(int head, String relation) {}

  /** The tree of a sentence, token by token, given its words and their tags. */
  List<Arc> parse(List<String> sentence, List<String> sentenceTags) {
    start(sentence, sentenceTags);
    while (stackSize > 1 || next <= length) {
      step();
    }
    correctPassives();
    var arcs = new ArrayList<Arc>(length);
    for (int i = 1; i <= length; i++) {
      arcs.add(
          heads[i] == ROOT
              ? new Arc(Token.ROOT, "root")
              : new Arc(heads[i] - 1, model.labels.get(labels[i])));
    }
    return arcs;
  }

  private void start(List<String> sentence, List<String> sentenceTags) {
    length = sentence.size();
    if (words.length <= length) {
      int room = Math.max(2 * length, 64) + 1;
      words = new int[room];
      tags = new int[room];
      stack = new int[room];
      heads = new int[room];
      labels = new int[room];
      firstLeft = new int[room];
      secondLeft = new int[room];
      firstRight = new int[room];
      secondRight = new int[room];
    }
    words[ROOT] = ParserModel.ROOT;
    tags[ROOT] = ParserModel.ROOT;
    for (int i = 1; i <= length; i++) {
      words[i] = model.word(sentence.get(i - 1));
      tags[i] = model.tag(sentenceTags.get(i - 1));
    }
    Arrays.fill(labels, 0, length + 1, 0);
    for (int[] array : new int[][] {heads, firstLeft, secondLeft, firstRight, secondRight}) {
      Arrays.fill(array, 0, length + 1, NOTHING);
    }
    stack[0] = ROOT;
    stackSize = 1;
    next = 1;
    bufferIsCurrent = false;
  }

  private void step() {
    boolean canShift = next <= length;
    if (stackSize <= 2) {
      // With one token beside the root there is one thing to do: take the next, or make it the
      // root.
      if (canShift) {
        shift();
      } else {
        arc(stack[0], stack[1], 1);
        stackSize = 1;
      }
      return;
    }
    int best = best(score(), canShift);
    if (best == 2 * labelCount) {
      shift();
      return;
    }
    int top = stack[stackSize - 1];
    int second = stack[stackSize - 2];
    if (best < labelCount) {
      arc(top, second, best + 1);
      stack[stackSize - 2] = top;
    } else {
      arc(second, top, best - labelCount + 1);
    }
    stackSize--;
  }

  /** The transition with the highest score; arcs to the root are not among the choices here. */
  private int best(float[] scores, boolean canShift) {
    int best = -1;
    float highest = Float.NEGATIVE_INFINITY;
    int end = canShift ? 2 * labelCount + 1 : 2 * labelCount;
    for (int t = 1; t < end; t++) {
      if (scores[t] > highest && t != labelCount) {
        highest = scores[t];
        best = t;
      }
    }
    return best;
  }

  private float[] score() {
    if (!bufferIsCurrent) {
      scorer.clearBuffer();
      for (int i = 0; i < 3 && next + i <= length; i++) {
        scorer.addToBuffer(3 + i, words[next + i], tags[next + i]);
      }
      bufferIsCurrent = true;
    }
    scorer.clear();
    for (int i = 0; i < 3; i++) {
      int token = stack[stackSize - 1 - i];
      scorer.add(2 - i, words[token], tags[token]);
    }
    for (int i = 0; i < 2; i++) {
      int token = stack[stackSize - 1 - i];
      int place = ParserModel.FIRST_LABELLED + 6 * i;
      int left = firstLeft[token];
      int right = firstRight[token];
      add(place, left);
      add(place + 1, right);
      add(place + 2, secondLeft[token]);
      add(place + 3, secondRight[token]);
      add(place + 4, left == NOTHING ? NOTHING : firstLeft[left]);
      add(place + 5, right == NOTHING ? NOTHING : firstRight[right]);
    }
    return scorer.scores();
  }

  private void add(int place, int token) {
    if (token != NOTHING) {
      scorer.add(place, words[token], tags[token], labels[token]);
    }
  }

  private void shift() {
    stack[stackSize++] = next++;
    bufferIsCurrent = false;
  }

  private void arc(int head, int dependent, int label) {
    heads[dependent] = head;
    labels[dependent] = label;
    if (dependent < head) {
      if (firstLeft[head] == NOTHING || dependent < firstLeft[head]) {
        secondLeft[head] = firstLeft[head];
        firstLeft[head] = dependent;
      } else if (secondLeft[head] == NOTHING || dependent < secondLeft[head]) {
        secondLeft[head] = dependent;
      }
    } else {
      if (firstRight[head] == NOTHING || dependent > firstRight[head]) {
        secondRight[head] = firstRight[head];
        firstRight[head] = dependent;
      } else if (secondRight[head] == NOTHING || dependent > secondRight[head]) {
        secondRight[head] = dependent;
      }
    }
  }

  /** A subject beside a passive auxiliary is one of the passive, as CoreNLP has it. */
  private void correctPassives() {
    for (int i = 1; i <= length; i++) {
      if (labels[i] == passiveAuxiliary) {
        for (int j = 1; j <= length; j++) {
          if (heads[j] == heads[i]) {
            labels[j] = passiveOf[labels[j]];
          }
        }
      }
    }
  }
}
