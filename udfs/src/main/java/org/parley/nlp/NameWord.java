package org.parley.nlp;

import java.util.LinkedHashSet;

/**
 * All that the recogniser of names needs to know of a word, whatever stands beside it: what it
 * gives to its own label, to those of its neighbours and to pairs of labels. A feature is a value,
 * the name of its template and that of the labels it looks at, C for one, CpC for two.
 */
final class NameWord {
  /** Prefixes and suffixes go up to so many characters, marks of the word's ends included. */
  private static final int MAX_AFFIX = 6;

  final String word;
  final String shape;

  /** The class of the word as CoreNLP writes it in features of pairs. */
  final String wordClass;

  final boolean nameCase;
  final boolean hasLetter;
  final boolean hasCapital;

  // By label: what it gives to its own, to that of the word after it, of the word before it, of
  // those some words before it, of those some words after it.
  final double[] own;
  final double[] toNext;
  final double[] toPrevious;
  final double[] toEarlier;
  final double[] toLater;

  // By pair of labels: what it gives to its own and that before, to the two after it, to the two
  // before it.
  final double[] ownPair;
  final double[] pairAfter;
  final double[] pairBefore;

  /** A word of a text. */
  NameWord(NameModel model, String word) {
    this(model, word, model.shape(word), model.wordClass(word));
  }

  private NameWord(NameModel model, String word, String shape, String wordClass) {
    this(model, word, shape, wordClass, wordClass, shape);
  }

  /** With class and shape as CoreNLP writes them in some of the templates. */
  private NameWord(
      NameModel model,
      String word,
      String shape,
      String wordClass,
      String neighbourClass,
      String nextShape) {
    this.word = word;
    this.shape = shape;
    this.wordClass = wordClass;
    nameCase = isNameCase(word);
    hasLetter = word.chars().anyMatch(Character::isLetter);
    hasCapital = word.chars().anyMatch(Character::isUpperCase);
    int labels = model.labels().size();
    own = new double[labels];
    model.add(neighbourClass + "-DISTSIM|C", own);
    model.add(word + "-WORD|C", own);
    model.add("###|C", own);
    affixes(word).forEach(affix -> model.add("#" + affix + "#|C", own));
    model.add(shape + "-TYPE|C", own);
    toNext = new double[labels];
    model.add(word + "-PW|C", toNext);
    model.add(neighbourClass + "-PDISTSIM|C", toNext);
    model.add(shape + "-PTYPE|C", toNext);
    toPrevious = new double[labels];
    model.add(word + "-NW|C", toPrevious);
    model.add(neighbourClass + "-NDISTSIM|C", toPrevious);
    model.add(shape + "-NTYPE|C", toPrevious);
    toEarlier = new double[labels];
    model.add(word + "-DISJN|C", toEarlier);
    toLater = new double[labels];
    model.add(word + "-DISJP|C", toLater);
    ownPair = new double[labels * labels];
    model.addPairs("PSEQ|CpC", ownPair);
    model.addPairs(word + "-PSEQW|CpC", ownPair);
    model.addPairs(wordClass + "-PSEQcDS|CpC", ownPair);
    model.addPairs(shape + "-PSEQcS|CpC", ownPair);
    model.addPairs(shape + "-TPS2|CpC", ownPair);
    pairAfter = new double[labels * labels];
    model.addPairs(word + "-PSEQpW|CpC", pairAfter);
    model.addPairs(wordClass + "-PSEQpDS|CpC", pairAfter);
    model.addPairs(shape + "-PSEQpS|CpC", pairAfter);
    pairBefore = new double[labels * labels];
    model.addPairs(nextShape + "-TNS1|CpC", pairBefore);
  }

  /** What stands beyond the ends of a sentence; CoreNLP writes it in two ways. */
  static NameWord nothing(NameModel model) {
    return new NameWord(model, "", "", "", "null", "null");
  }

  /** Beginnings and ends of at least two characters, each once. */
  private static Iterable<String> affixes(String word) {
    String marked = "<" + word + ">";
    var affixes = new LinkedHashSet<String>();
    for (int end = 2; end <= Math.min(MAX_AFFIX, marked.length()); end++) {
      affixes.add(marked.substring(0, end));
    }
    for (int begin = Math.max(0, marked.length() - MAX_AFFIX);
        begin < marked.length() - 1;
        begin++) {
      affixes.add(marked.substring(begin));
    }
    return affixes;
  }

  private static boolean isNameCase(String word) {
    return word.length() > 1
        && (Character.isUpperCase(word.charAt(0)) || Character.isTitleCase(word.charAt(0)))
        && word.chars().skip(1).noneMatch(Character::isUpperCase);
  }
}
