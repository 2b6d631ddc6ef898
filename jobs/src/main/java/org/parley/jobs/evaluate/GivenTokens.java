package org.parley.jobs.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A sentence of gold tokens as CoreNLP would have cut it: "U", ".", "S", "." are one token there,
 * and so are an apostrophe and its "s". Gold data that cuts finer than the model knows would
 * otherwise measure the tokens and not the names.
 *
 * @param words the joined words
 * @param first the index of the first gold token of each word; one more entry holds their number
 */
record GivenTokens(List<String> words, List<Integer> first) {
  private static final Set<String> CLITICS = Set.of("s", "t", "re", "ve", "ll", "m", "d");
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Sen", "Rep", "Gov", "Col", "Lt", "Maj", "Capt",
          "St", "Mt", "Jr", "Sr");

  GivenTokens {
    words = List.copyOf(words);
    first = List.copyOf(first);
  }

  static GivenTokens of(List<String> tokens) {
    var words = new ArrayList<String>();
    var first = new ArrayList<Integer>();
    int at = 0;
    while (at < tokens.size()) {
      int end = endOfWord(tokens, at);
      first.add(at);
      words.add(String.join("", tokens.subList(at, end)));
      at = end;
    }
    first.add(tokens.size());
    return new GivenTokens(words, first);
  }

  private static int endOfWord(List<String> tokens, int at) {
    var token = tokens.get(at);
    boolean apostrophe = token.equals("'") || token.equals("\u2019");
    if (apostrophe && at + 1 < tokens.size() && CLITICS.contains(tokens.get(at + 1))) {
      return at + 2;
    }
    if (ABBREVIATIONS.contains(token) && isDot(tokens, at + 1) && isCapital(tokens, at + 2)) {
      return at + 2;
    }
    int end = at;
    while (isLetter(tokens, end) && isDot(tokens, end + 1)) {
      end += 2;
    }
    boolean initials = end > at + 2 || (end == at + 2 && isCapital(tokens, end));
    return initials ? end : at + 1;
  }

  private static boolean isLetter(List<String> tokens, int at) {
    return isCapital(tokens, at) && tokens.get(at).length() == 1;
  }

  private static boolean isCapital(List<String> tokens, int at) {
    return at < tokens.size() && Character.isUpperCase(tokens.get(at).charAt(0));
  }

  private static boolean isDot(List<String> tokens, int at) {
    return at < tokens.size() && tokens.get(at).equals(".");
  }
}
