package org.parley.quote;

import java.util.ArrayList;
import java.util.List;
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

  final AnnotatedText annotated;
  private final List<Token> tokens = new ArrayList<>();

  /** The words and lemmas in lower case, which all rules look at again and again. */
  private final String[] lower;

  private final String[] lemmas;

  TaggedTokens(AnnotatedText annotated) {
    this.annotated = annotated;
    annotated.sentences().forEach(sentence -> tokens.addAll(sentence.tokens()));
    lower = new String[tokens.size()];
    lemmas = new String[tokens.size()];
    for (int i = 0; i < tokens.size(); i++) {
      lower[i] = tokens.get(i).word().toLowerCase(Locale.ROOT);
      lemmas[i] = tokens.get(i).lemma().toLowerCase(Locale.ROOT);
    }
  }

  int size() {
    return tokens.size();
  }

  Token token(int i) {
    return tokens.get(i);
  }

  String lower(int i) {
    return lower[i];
  }

  String lemma(int i) {
    return lemmas[i];
  }

  String pos(int i) {
    return tokens.get(i).pos();
  }

  String relation(int i) {
    return tokens.get(i).relation();
  }

  boolean isVerb(int i) {
    return pos(i).startsWith("VB");
  }

  boolean isFinite(int i) {
    return switch (pos(i)) {
      case "VBD", "VBZ", "VBP", "MD" -> true;
      default -> false;
    };
  }

  /** Whether a word names a day, a month or another time. */
  boolean isTime(int i) {
    return TIMES.contains(lower(i)) || lower(i).matches("(19|20)\\d\\d");
  }

  boolean isNoun(int i) {
    return pos(i).startsWith("NN");
  }

  boolean isPunctuation(int i) {
    String word = tokens.get(i).word();
    return word.chars().noneMatch(Character::isLetterOrDigit)
        && !"$".equals(word)
        && !"%".equals(word)
        && !"&".equals(word);
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
    return annotated.text(tokens.get(from).begin(), tokens.get(to).end());
  }
}
