package org.parley.nlp;

import java.util.Arrays;

/**
 * Evaluates the network of a {@link ParserModel}: one hidden layer with the cube as activation.
 *
 * <p>Most places of a configuration are empty and most others repeat what came before, so the sums
 * of the hidden units start from those of the empty configuration, and what a word with its tag and
 * label adds in a place is remembered in a table of fixed size. One scorer serves one thread.
 */
final class TransitionScorer {
  private final ParserModel model;
  private final Tables tables;
  private final VectorCache tokens;
  private final VectorCache words;
  private final float[] bufferSum;
  private final float[] sum;
  private final float[] scores;

  TransitionScorer(ParserModel model, Tables tables) {
    this.model = model;
    this.tables = tables;
    tokens = new VectorCache(model.hidden);
    words = new VectorCache(model.hidden);
    bufferSum = new float[model.hidden];
    sum = new float[model.hidden];
    scores = new float[model.output[0].length];
  }

  /** What can be computed ahead, for all threads. */
  static final class Tables {
    private final float[] base;
    private final float[][] tags;
    private final float[][] labels;

    Tables(ParserModel model) {
      base = model.base();
      tags = new float[ParserModel.PLACES * model.tagCount()][];
      for (int i = 0; i < tags.length; i++) {
        tags[i] = model.tag(i / model.tagCount(), i % model.tagCount());
      }
      int labelCount = model.labels.size();
      labels = new float[ParserModel.PLACES * labelCount][];
      for (int i = ParserModel.FIRST_LABELLED * labelCount; i < labels.length; i++) {
        labels[i] = model.label(i / labelCount, i % labelCount);
      }
    }
  }

  /** Starts with nothing in the buffer. */
  void clearBuffer() {
    System.arraycopy(tables.base, 0, bufferSum, 0, bufferSum.length);
  }

  /** Adds what stands in a place of the buffer; it stays until {@link #clearBuffer()}. */
  void addToBuffer(int place, int word, int tag) {
    add(vector(place, word, tag, 0), bufferSum);
  }

  /** Starts a configuration with the buffer as it is and nothing else. */
  void clear() {
    System.arraycopy(bufferSum, 0, sum, 0, sum.length);
  }

  /** Adds what stands in a place; the label is 0 where the place has none. */
  void add(int place, int word, int tag, int label) {
    add(vector(place, word, tag, label), sum);
  }

  private float[] vector(int place, int word, int tag, int label) {
    long key = (((long) word * ParserModel.PLACES + place) << 12) | (tag << 6) | label;
    float[] vector = tokens.get(key);
    if (tokens.isNew()) {
      System.arraycopy(word(place, word), 0, vector, 0, vector.length);
      add(tables.tags[place * model.tagCount() + tag], vector);
      if (label > 0) {
        add(tables.labels[place * model.labels.size() + label], vector);
      }
    }
    return vector;
  }

  private float[] word(int place, int word) {
    float[] vector = words.get((long) word * ParserModel.PLACES + place);
    if (words.isNew()) {
      model.word(place, word, vector);
    }
    return vector;
  }

  /** The scores of all transitions; valid until the next call. */
  float[] scores() {
    cube(sum);
    Arrays.fill(scores, 0);
    float[][] rows = model.output;
    int i = 0;
    // Four rows at a time: HotSpot turns the inner loop into vector instructions, and each score is
    // loaded and stored a quarter as often.
    for (; i + 3 < sum.length; i += 4) {
      addFour(rows, sum, i, scores);
    }
    for (; i < sum.length; i++) {
      float h = sum[i];
      for (int t = 0; t < scores.length; t++) {
        scores[t] += h * rows[i][t];
      }
    }
    return scores;
  }

  private static void cube(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] * values[i] * values[i];
    }
  }

  private static void addFour(float[][] rows, float[] factors, int first, float[] sum) {
    float[] a = rows[first];
    float[] b = rows[first + 1];
    float[] c = rows[first + 2];
    float[] d = rows[first + 3];
    float w = factors[first];
    float x = factors[first + 1];
    float y = factors[first + 2];
    float z = factors[first + 3];
    for (int t = 0; t < sum.length; t++) {
      sum[t] += w * a[t] + x * b[t] + y * c[t] + z * d[t];
    }
  }

  private static void add(float[] vector, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += vector[i];
    }
  }
}
