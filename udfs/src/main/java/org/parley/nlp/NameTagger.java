package org.parley.nlp;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds the names that CoreNLP's recogniser finds, with its weights, many times faster: what
 * depends on a word alone is added up once and remembered. The best labels are found by Viterbi's
 * algorithm. Safe for use by several threads.
 */
final class NameTagger {
  /** Some 30 MB. */
  private static final int LOG_WORDS = 15;

  /** Words up to so many places away count, whatever the order. */
  private static final int WINDOW = 5;

  /** A word of so many characters at most lets the one behind it count. */
  private static final int SHORT_WORD = 3;

  /** How far another occurrence of the same word is looked for. */
  private static final int FAR = 150;

  private final NameModel model;
  private final int labelCount;
  private final double[] noPair;
  private final Remembered<String, NameWord> words;
  private final NameWord nothing;

  NameTagger(NameModel model) {
    this.model = model;
    labelCount = model.labels().size();
    noPair = model.noPair();
    words = new Remembered<>(LOG_WORDS, word -> new NameWord(model, word));
    nothing = NameWord.nothing(model);
  }

  /**
   * The label of each word of a sentence: PERSON, ORGANIZATION, LOCATION or O.
   *
   * @param tags the parts of speech
   */
  List<String> labels(List<String> sentence, List<String> tags) {
    var all = new NameWord[sentence.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = words.get(sentence.get(i));
    }
    var scores = new double[labelCount];
    Arrays.fill(scores, Double.NEGATIVE_INFINITY);
    scores[model.background()] = 0;
    var previous = new int[all.length][labelCount];
    var own = new double[labelCount];
    var pairs = new double[labelCount * labelCount];
    for (int i = 0; i < all.length; i++) {
      scoreLabels(all, tags, i, own);
      scorePairs(all, i, pairs);
      scores = next(scores, own, pairs, previous[i]);
    }
    return path(scores, previous);
  }

  private double[] next(double[] scores, double[] own, double[] pairs, int[] previous) {
    var next = new double[labelCount];
    for (int label = 0; label < labelCount; label++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int before = 0; before < labelCount; before++) {
        double score = scores[before] + pairs[before * labelCount + label];
        if (score > best) {
          best = score;
          previous[label] = before;
        }
      }
      next[label] = best + own[label];
    }
    return next;
  }

  private List<String> path(double[] scores, int[][] previous) {
    int label = 0;
    for (int i = 1; i < labelCount; i++) {
      label = scores[i] > scores[label] ? i : label;
    }
    var labels = new String[previous.length];
    for (int i = previous.length - 1; i >= 0; i--) {
      labels[i] = model.labels().get(label);
      label = previous[i][label];
    }
    return List.of(labels);
  }

  private NameWord at(NameWord[] sentence, int place) {
    return place < 0 || place >= sentence.length ? nothing : sentence[place];
  }

  /** What stands around a place gives to each label there. */
  private void scoreLabels(NameWord[] sentence, List<String> tags, int place, double[] sum) {
    NameWord word = sentence[place];
    NameWord before = at(sentence, place - 1);
    NameWord after = at(sentence, place + 1);
    System.arraycopy(word.own, 0, sum, 0, labelCount);
    add(before.toNext, sum);
    add(after.toPrevious, sum);
    addWindow(sentence, place, 1, sum);
    addWindow(sentence, place, -1, sum);
    String shape = word.shape;
    model.add(before.word + "..." + shape + "-PW_CTYPE|C", sum);
    model.add(shape + "..." + after.word + "-NW_CTYPE|C", sum);
    model.add(before.shape + "..." + shape + "-PCTYPE|C", sum);
    model.add(shape + "..." + after.shape + "-CNTYPE|C", sum);
    model.add(before.shape + "..." + shape + "..." + after.shape + "-PCNTYPE|C", sum);
    if (before.word.length() <= SHORT_WORD) {
      model.add(at(sentence, place - 2).word + "..." + shape + "-PPW_CTYPE|C", sum);
    }
    if (after.word.length() <= SHORT_WORD) {
      model.add(at(sentence, place + 2).word + "..." + shape + "-NNW_CTYPE|C", sum);
    }
    addOccurrences(sentence, tags, place, sum);
  }

  /** Each word of the window counts once. */
  private void addWindow(NameWord[] sentence, int place, int step, double[] sum) {
    for (int i = 1; i <= WINDOW; i++) {
      NameWord word = at(sentence, place + i * step);
      boolean seen = false;
      for (int j = 1; j < i && !seen; j++) {
        seen = at(sentence, place + j * step).word.equals(word.word);
      }
      if (!seen) {
        add(step > 0 ? word.toEarlier : word.toLater, sum);
      }
    }
  }

  /** Where a capitalized word stands again, and between what. */
  private void addOccurrences(NameWord[] sentence, List<String> tags, int place, double[] sum) {
    NameWord word = sentence[place];
    NameWord before = at(sentence, place - 1);
    NameWord after = at(sentence, place + 1);
    if (!word.nameCase || place == 0 || !before.hasLetter || !after.hasLetter || after.hasCapital) {
      model.add("NO-OCCURRENCE-PATTERN|C", sum);
      return;
    }
    boolean afterName = isName(sentence, tags, place - 1);
    var found = new TreeSet<String>();
    for (int i = Math.max(0, place - FAR + 1); i < Math.min(sentence.length, place + FAR); i++) {
      if (Math.abs(i - place) >= 3 && sentence[i].word.equals(word.word)) {
        String side = i > place ? "NEXT" : "PREV";
        if (afterName) {
          String pattern = at(sentence, i - 1).word.equals(before.word) ? "XY" : "Y";
          found.add("XY-" + side + "-OCCURRENCE-" + pattern + "|C");
        } else {
          int first = i > place ? i - 1 : i + 1;
          int second = i > place ? i + 1 : i - 1;
          String pattern =
              isName(sentence, tags, first) ? "YX" : isName(sentence, tags, second) ? "XY" : "X";
          found.add("X-" + side + "-OCCURRENCE-" + pattern + "|C");
        }
      }
    }
    found.forEach(feature -> model.add(feature, sum));
  }

  private static boolean isName(NameWord[] sentence, List<String> tags, int place) {
    return place >= 0
        && place < sentence.length
        && sentence[place].nameCase
        && tags.get(place).equals("NNP");
  }

  /** What stands around a place gives to each pair of the label before and the label there. */
  private void scorePairs(NameWord[] sentence, int place, double[] sum) {
    NameWord word = sentence[place];
    NameWord before = at(sentence, place - 1);
    System.arraycopy(noPair, 0, sum, 0, sum.length);
    add(word.ownPair, sum);
    add(before.pairAfter, sum);
    add(at(sentence, place + 1).pairBefore, sum);
    model.addPairs(before.word + "-" + word.word + "-PSEQW2|CpC", sum);
    model.addPairs(before.wordClass + "-" + word.wordClass + "-PSEQpcDS|CpC", sum);
    model.addPairs(before.shape + "-" + word.shape + "-TYPES|CpC", sum);
  }

  private static void add(double[] values, double[] sum) {
    for (int i = 0; i < values.length; i++) {
      sum[i] += values[i];
    }
  }
}
