package org.parley.nlp;

import java.util.Arrays;

/**
 * Evaluates the network of a {@link ParserModel}: one hidden layer with the cube as activation.
 *
 * <p>Most places of a configuration are empty, so the sums of the hidden units start from those of
 * the empty configuration. What a tag or a label adds in a place is computed ahead; what a word
 * adds is remembered in a table of fixed size. One scorer serves one thread.
 */
final class TransitionScorer {
  private final ParserModel model;
  private final Tables tables;
  private final float[] bufferSum;
  private final float[] sum;
  private final float[] scores;

  TransitionScorer(ParserModel model, Tables tables) {
    this.model = model;
    this.tables = tables;
    bufferSum = new float[model.hidden];
    sum = new float[model.hidden];
    scores = new float[model.output[0].length];
  }

  /** What belongs to all threads: what words, tags and labels add to the sums. */
  static final class Tables {
    /** 32,768 words in places, some 130 MB. */
    private static final int LOG_WORD_SETS = 12;

    private final float[] base;
    private final WordSums words;
    private final int tagCount;
    private final float[][] tags;
    private final int labelCount;
    private final float[][] labels;

    Tables(ParserModel model) {
      base = model.base();
      words = new WordSums(model, LOG_WORD_SETS);
      tagCount = model.tagCount();
      tags = new float[ParserModel.PLACES * tagCount][];
      for (int i = 0; i < tags.length; i++) {
        tags[i] = model.tag(i / tagCount, i % tagCount);
      }
      labelCount = model.labels.size();
      labels = new float[(ParserModel.PLACES - ParserModel.FIRST_LABELLED) * labelCount][];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = model.label(ParserModel.FIRST_LABELLED + i / labelCount, i % labelCount);
      }
    }

    private float[] tag(int place, int tag) {
      return tags[place * tagCount + tag];
    }

    private float[] label(int place, int label) {
      return labels[(place - ParserModel.FIRST_LABELLED) * labelCount + label];
    }
  }

  /** Starts with nothing in the buffer. */
  void clearBuffer() {
    System.arraycopy(tables.base, 0, bufferSum, 0, bufferSum.length);
  }

  /** Adds what stands in a place of the buffer; it stays until {@link #clearBuffer()}. */
  void addToBuffer(int place, int word, int tag) {
    add(tables.words.get(place, word), tables.tag(place, tag), bufferSum);
  }

  /** Starts a configuration with the buffer as it is and nothing else. */
  void clear() {
    System.arraycopy(bufferSum, 0, sum, 0, sum.length);
  }

  /** Adds what stands in a place that has no label. */
  void add(int place, int word, int tag) {
    add(tables.words.get(place, word), tables.tag(place, tag), sum);
  }

  /** Adds what stands in a place that has a label. */
  void add(int place, int word, int tag, int label) {
    add(tables.words.get(place, word), tables.tag(place, tag), tables.label(place, label), sum);
  }

  /** The scores of all transitions; valid until the next call. */
  float[] scores() {
    cube(sum);
    Arrays.fill(scores, 0);
    for (int i = 0; i < sum.length; i += 4) {
      Sums.addFour(model.output, i, sum, i, scores);
    }
    return scores;
  }

  private static void cube(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] * values[i] * values[i];
    }
  }

  private static void add(float[] word, float[] tag, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += word[i] + tag[i];
    }
  }

  private static void add(float[] word, float[] tag, float[] label, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += word[i] + tag[i] + label[i];
    }
  }
}
