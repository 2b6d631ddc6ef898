package org.parley.nlp;

import edu.stanford.nlp.process.WordShapeClassifier;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.nlp.TaggerModel.Weights;

/**
 * All that the tagger needs to know of a word, whatever stands beside it: what it gives to its own
 * tag, and what to those of its neighbours.
 */
final class TaggerWord {
  private static final Pattern CAPITAL = Pattern.compile("\\p{javaUpperCase}");
  private static final Pattern DIGIT = Pattern.compile("\\p{javaDigit}");
  private static final Pattern LETTER = Pattern.compile("\\p{javaLetter}");
  private static final Set<String> COMPANY_ENDS =
      Set.of(
          "Company",
          "COMPANY",
          "Co.",
          "Co",
          "Cos.",
          "CO.",
          "COS.",
          "Corporation",
          "CORPORATION",
          "Corp.",
          "Corp",
          "CORP.",
          "Incorporated",
          "INCORPORATED",
          "Inc.",
          "Inc",
          "INC.",
          "Association",
          "ASSOCIATION",
          "Assn",
          "ASSN",
          "Limited",
          "LIMITED",
          "Ltd.",
          "LTD.",
          "L.P.");

  final boolean rare;
  final boolean companyEnd;
  final boolean capitalized;
  final int[] allowed;
  final String wordClass;

  /** What it gives to each tag of its own, wherever it stands. */
  final double[] own;

  /** The same at the beginning of a sentence. */
  final double[] ownAsFirst;

  // What it gives to the tag of the word after it and of that before it.
  final Weights toNext;
  final Weights toPrevious;

  // The same if that word is rare.
  final Weights shapeToNext;
  final Weights shapeToPrevious;
  final Weights classToNext;
  final Weights classToPrevious;

  TaggerWord(TaggerModel model, String word) {
    rare = model.isRare(word);
    companyEnd = COMPANY_ENDS.contains(word);
    capitalized = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    allowed = model.allowedTags(word);
    wordClass = model.wordClass(word);
    toNext = model.weights(TaggerModel.WORD_BEFORE, word);
    toPrevious = model.weights(TaggerModel.WORD_AFTER, word);
    String shape = WordShapeClassifier.wordShape(word, WordShapeClassifier.WORDSHAPECHRIS2);
    shapeToNext = model.weights(TaggerModel.SHAPE_BEFORE, shape);
    shapeToPrevious = model.weights(TaggerModel.SHAPE_AFTER, shape);
    classToNext = model.weights(TaggerModel.CLASS_BEFORE, wordClass);
    classToPrevious = model.weights(TaggerModel.CLASS_AFTER, wordClass);
    var sum = new Sum(model);
    sum.add(TaggerModel.WORD, word);
    if (!rare) {
      own = sum.weights;
      ownAsFirst = own;
      return;
    }
    addOfRare(word, shape, sum);
    ownAsFirst = sum.weights.clone();
    own = sum.weights;
    boolean capital = CAPITAL.matcher(word).find();
    String lowerTag = capitalized ? model.mostFrequentTag(word.toLowerCase(Locale.ROOT)) : null;
    String tag = lowerTag == null ? "0" : lowerTag;
    sum.add(TaggerModel.TAG_OF_FIRST, "0");
    sum.add(TaggerModel.TAG_OF_LATER, tag);
    sum.add(TaggerModel.CAPITAL_OF_FIRST, "0");
    var first = new Sum(model, ownAsFirst);
    first.add(TaggerModel.TAG_OF_FIRST, tag);
    first.add(TaggerModel.TAG_OF_LATER, "0");
    first.add(TaggerModel.CAPITAL_OF_FIRST, flag(capital));
  }

  private void addOfRare(String word, String shape, Sum sum) {
    boolean capital = CAPITAL.matcher(word).find();
    boolean digit = DIGIT.matcher(word).find();
    boolean letter = LETTER.matcher(word).find();
    boolean dash = word.indexOf('-') >= 0;
    sum.add(TaggerModel.SHAPE, shape);
    sum.add(TaggerModel.CLASS, wordClass);
    sum.add(TaggerModel.HAS_CAPITAL, flag(capital));
    sum.add(TaggerModel.HAS_DIGIT, flag(digit));
    sum.add(TaggerModel.HAS_DASH, flag(dash));
    sum.add(TaggerModel.LETTER_DIGIT_DASH, flag(letter && digit && dash));
    sum.add(TaggerModel.ALL_CAPITALS, flag(word.chars().allMatch(Character::isUpperCase)));
    sum.add(TaggerModel.CAPITAL_DIGIT_DASH, flag(capital && digit && dash));
    for (int length = 1; length <= TaggerModel.AFFIXES; length++) {
      boolean fits = word.length() >= length;
      sum.add(TaggerModel.PREFIX + length - 1, fits ? word.substring(0, length) : "######");
      sum.add(
          TaggerModel.SUFFIX + length - 1,
          fits ? word.substring(word.length() - length) : "######");
    }
    sum.add(
        TaggerModel.FINE_SHAPE,
        WordShapeClassifier.wordShape(word, WordShapeClassifier.WORDSHAPECHRIS4));
    sum.add(TaggerModel.NO_LETTER, flag(!letter && !digit));
  }

  private static String flag(boolean value) {
    return value ? "1" : "0";
  }

  /** The weights of features, added up tag by tag. */
  private static final class Sum {
    private final TaggerModel model;
    private final double[] weights;

    Sum(TaggerModel model) {
      this(model, new double[model.tags().size()]);
    }

    Sum(TaggerModel model, double[] weights) {
      this.model = model;
      this.weights = weights;
    }

    void add(int template, String value) {
      Weights found = model.weights(template, value);
      if (found != null) {
        found.addTo(weights);
      }
    }
  }
}
