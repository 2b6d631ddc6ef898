package org.parley.quote;

import java.util.Locale;
import java.util.Set;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.Token;

/** All tokens of a text as one list, and what their words and tags tell. */
abstract class TaggedTokens {
  private static final Set<String> TIMES =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "today",
          "yesterday",
          "tomorrow",
          "morning",
          "afternoon",
          "evening",
          "night",
          "week",
          "month",
          "year");

  private static final int VERB = 1;
  private static final int FINITE = 2;
  private static final int NOUN = 4;
  private static final int PUNCTUATION = 8;

  final AnnotatedText annotated;
  private final Token[] tokens;

  /** What all rules ask of each token again and again, as bits. */
  private final byte[] traits;

  /** The words and lemmas in lower case, once they were asked for. */
  private final String[] lower;

  private final String[] lemmas;

  TaggedTokens(AnnotatedText annotated) {
    this.annotated = annotated;
    int size = 0;
    for (var sentence : annotated.sentences()) {
      size += sentence.tokens().size();
    }
    tokens = new Token[size];
    traits = new byte[size];
    lower = new String[size];
    lemmas = new String[size];
    int i = 0;
    for (var sentence : annotated.sentences()) {
      for (var token : sentence.tokens()) {
        tokens[i] = token;
        traits[i++] = (byte) (traits(token.pos()) | (isMark(token.word()) ? PUNCTUATION : 0));
      }
    }
  }

  private static int traits(String pos) {
    if (pos.startsWith("VB")) {
      boolean finite = pos.endsWith("D") || pos.endsWith("Z") || pos.endsWith("P");
      return finite ? VERB | FINITE : VERB;
    }
    return pos.startsWith("NN") ? NOUN : pos.equals("MD") ? FINITE : 0;
  }

  private static boolean isMark(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetterOrDigit(word.charAt(i))) {
        return false;
      }
    }
    return !"$".equals(word) && !"%".equals(word) && !"&".equals(word);
  }

  int size() {
    return tokens.length;
  }

  Token token(int i) {
    return tokens[i];
  }

  String lower(int i) {
    if (lower[i] == null) {
      lower[i] = tokens[i].word().toLowerCase(Locale.ROOT);
    }
    return lower[i];
  }

  String lemma(int i) {
    if (lemmas[i] == null) {
      lemmas[i] = tokens[i].lemma().toLowerCase(Locale.ROOT);
    }
    return lemmas[i];
  }

  String pos(int i) {
    return tokens[i].pos();
  }

  String relation(int i) {
    return tokens[i].relation();
  }

  boolean isVerb(int i) {
    return (traits[i] & VERB) != 0;
  }

  boolean isFinite(int i) {
    return (traits[i] & FINITE) != 0;
  }

  /** Whether a word names a day, a month or another time. */
  boolean isTime(int i) {
    return TIMES.contains(lower(i)) || isYear(tokens[i].word());
  }

  private static boolean isYear(String word) {
    return word.length() == 4
        && (word.startsWith("19") || word.startsWith("20"))
        && isDigit(word.charAt(2))
        && isDigit(word.charAt(3));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  boolean isNoun(int i) {
    return (traits[i] & NOUN) != 0;
  }

  boolean isPunctuation(int i) {
    return (traits[i] & PUNCTUATION) != 0;
  }

  /** How many tokens from one to another are words. */
  int words(int from, int to) {
    int words = 0;
    for (int i = from; i <= to; i++) {
      words += isPunctuation(i) ? 0 : 1;
    }
    return words;
  }

  /** The characters from the beginning of one token to the end of another. */
  String text(int from, int to) {
    return annotated.text(tokens[from].begin(), tokens[to].end());
  }
}
