package org.parley.nlp;

import edu.stanford.nlp.process.Americanize;
import edu.stanford.nlp.tagger.common.Tagger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.nlp.TaggerModel.Weights;

/**
 * Finds the parts of speech that CoreNLP's tagger finds, with its weights, many times faster: what
 * depends on a word alone is added up once and remembered, and so is what depends on two tags. The
 * best sequence is found by Viterbi's algorithm over pairs of tags. Safe for use by several
 * threads.
 */
final class WordTagger {
  /** Some 30 MB. */
  private static final int LOG_WORDS = 15;

  /** Stands for words and tags beyond the ends of a sentence. */
  private static final String NOTHING = "NA";

  /** A company's name ends so many words after a capitalized one at most. */
  private static final int COMPANY_WINDOW = 3;

  private final TaggerModel model;
  private final int tagCount;
  private final Remembered<String, TaggerWord> words;
  private final TaggerWord nothing;
  private final TaggerWord end;
  private final Weights company;
  private final Weights noCompany;

  /** What two tags give to the one after them, by number; the last number is for no tag. */
  private final double[][] afterTags;

  /** The exponentials of {@link #afterTags}. */
  private final double[][] exponentials;

  WordTagger(TaggerModel model) {
    this.model = model;
    tagCount = model.tags().size();
    words =
        new Remembered<>(LOG_WORDS, word -> new TaggerWord(model, Americanize.americanize(word)));
    nothing = new TaggerWord(model, NOTHING);
    end = new TaggerWord(model, Tagger.EOS_WORD);
    company = model.weights(TaggerModel.COMPANY, "1");
    noCompany = model.weights(TaggerModel.COMPANY, "0");
    afterTags = new double[(tagCount + 1) * (tagCount + 1)][tagCount];
    exponentials = new double[afterTags.length][tagCount];
    for (int first = 0; first <= tagCount; first++) {
      for (int second = 0; second <= tagCount; second++) {
        fillAfter(first, second);
      }
    }
  }

  private void fillAfter(int first, int second) {
    String name = name(second);
    double[] sum = afterTags[pair(first, second)];
    add(model.weights(TaggerModel.TWO_TAGS, name(first) + "!" + name), sum);
    add(model.weights(TaggerModel.TAG_BEFORE, name), sum);
    double[] exponential = exponentials[pair(first, second)];
    for (int tag = 0; tag < tagCount; tag++) {
      exponential[tag] = Math.exp(sum[tag]);
    }
  }

  private String name(int tag) {
    return tag == tagCount ? NOTHING : model.tags().get(tag);
  }

  private int pair(int first, int second) {
    return first * (tagCount + 1) + second;
  }

  private static void add(Weights weights, double[] sum) {
    if (weights != null) {
      weights.addTo(sum);
    }
  }

  /** The words of a headline as the models should see them; see {@link Headline#words}. */
  List<String> headlineWords(List<String> words, String text, int from) {
    return Headline.words(words, text, from, model);
  }

  /** The tags of the words of a headline; see {@link Headline#tags}. */
  List<String> headlineTags(List<String> words) {
    return Headline.tags(words, tags(words), model);
  }

  /** The tag of each word of a sentence. */
  List<String> tags(List<String> sentence) {
    var all = new TaggerWord[sentence.size() + 1];
    for (int i = 0; i < sentence.size(); i++) {
      all[i] = words.get(sentence.get(i));
    }
    all[sentence.size()] = end;
    int[] best = best(all);
    var names = new ArrayList<String>(sentence.size());
    for (int i = 0; i < sentence.size(); i++) {
      names.add(model.tags().get(best[i]));
    }
    return names;
  }

  /** The most probable tags, those at the end of the sentence included. */
  private int[] best(TaggerWord[] sentence) {
    int[] noTag = {tagCount};
    int[] beforeLast = noTag;
    int[] last = noTag;
    // By pairs of places in the lists of allowed tags: the score so far, and the tag before them.
    double[] score = {0};
    var previous = new int[sentence.length][];
    double[] own = new double[tagCount];
    double[] exponential = new double[tagCount];
    for (int i = 0; i < sentence.length; i++) {
      int[] here = sentence[i].allowed;
      scoreWords(sentence, i, own);
      double highest = exponentials(own, exponential);
      double[] next = new double[last.length * here.length];
      Arrays.fill(next, Double.NEGATIVE_INFINITY);
      previous[i] = new int[next.length];
      for (int a = 0; a < beforeLast.length; a++) {
        for (int b = 0; b < last.length; b++) {
          int pair = pair(beforeLast[a], last[b]);
          double[] given = afterTags[pair];
          double before =
              score[a * last.length + b]
                  - highest
                  - Math.log(product(exponential, exponentials[pair]));
          for (int c = 0; c < here.length; c++) {
            double value = before + own[here[c]] + given[here[c]];
            if (value > next[b * here.length + c]) {
              next[b * here.length + c] = value;
              previous[i][b * here.length + c] = a;
            }
          }
        }
      }
      beforeLast = last;
      last = here;
      score = next;
    }
    return path(sentence, score, previous);
  }

  private static int[] path(TaggerWord[] sentence, double[] score, int[][] previous) {
    int best = 0;
    for (int i = 1; i < score.length; i++) {
      best = score[i] > score[best] ? i : best;
    }
    var tags = new int[sentence.length];
    for (int i = sentence.length - 1; i >= 0; i--) {
      int[] allowed = sentence[i].allowed;
      tags[i] = allowed[best % allowed.length];
      int second = best / allowed.length;
      int first = previous[i][best];
      best = i == 0 ? 0 : first * sentence[i - 1].allowed.length + second;
    }
    return tags;
  }

  /** What the words give to each tag in a place. */
  private void scoreWords(TaggerWord[] sentence, int place, double[] sum) {
    TaggerWord word = sentence[place];
    TaggerWord before = place == 0 ? nothing : sentence[place - 1];
    TaggerWord after = place == sentence.length - 1 ? nothing : sentence[place + 1];
    System.arraycopy(place == 0 ? word.ownAsFirst : word.own, 0, sum, 0, sum.length);
    add(before.toNext, sum);
    add(after.toPrevious, sum);
    if (word.rare) {
      add(before.shapeToNext, sum);
      add(after.shapeToPrevious, sum);
      add(before.classToNext, sum);
      add(after.classToPrevious, sum);
      add(
          model.weights(
              TaggerModel.THREE_CLASSES,
              before.wordClass + "|" + word.wordClass + "|" + after.wordClass),
          sum);
      add(isCompany(sentence, place) ? company : noCompany, sum);
    }
  }

  private static boolean isCompany(TaggerWord[] sentence, int place) {
    if (sentence[place].capitalized) {
      int end = Math.min(place + COMPANY_WINDOW, sentence.length - 1);
      for (int i = place; i <= end; i++) {
        if (sentence[i].companyEnd) {
          return true;
        }
      }
    }
    return false;
  }

  /** Fills in the exponentials of differences to the highest value, which it returns. */
  private static double exponentials(double[] values, double[] exponentials) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      highest = Math.max(highest, value);
    }
    for (int i = 0; i < values.length; i++) {
      exponentials[i] = Math.exp(values[i] - highest);
    }
    return highest;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
