package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.Locale;
import java.util.Set;
import org.parley.quote.LabelWords.Kind;
import org.parley.quote.SpeakerLabel.Form;

/** Reads the labels of speakers off the beginnings of paragraphs. */
final class LabelReader {
  /** How many tokens a label may have: a name, and what describes it. */
  private static final int MAX_LABEL = 16;

  /** How many tokens a name may have. */
  private static final int MAX_NAME = 5;

  private static final Set<String> PARTICLES =
      Set.of("de", "da", "di", "del", "der", "van", "von", "al", "el", "bin", "la", "le");

  /** Words of a heading: no name and no description of one has them. */
  private static final Set<String> NOT_IN_NAMES =
      Set.of("to", "as", "in", "for", "on", "at", "with", "from", "by", "is", "are", "not");

  private static final Set<String> SUFFIXES = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

  private final TokenTree tree;
  private final LabelWords words;

  LabelReader(TokenTree tree, LabelWords words) {
    this.tree = tree;
    this.words = words;
  }

  /** The label with which a paragraph begins, or null. */
  SpeakerLabel at(int first, int last) {
    int from = first < last && isMark(first) ? first + 1 : first;
    int colon = colonAfter(from, last);
    if (colon == NONE || colon >= last) {
      return null;
    }
    int to = endOfName(from, colon);
    if (to < from || to - from >= MAX_NAME) {
      return null;
    }
    var kind = words.kind(to == colon ? tree.lower(to).substring(0, 1) : tree.text(from, to));
    if (kind == Kind.NOTE || kind == Kind.SOURCE || endsWithNote(from, to)) {
      return null;
    }
    if (kind == Kind.QUESTION || kind == Kind.ANSWER) {
      var form = kind == Kind.QUESTION ? Form.QUESTION : Form.ANSWER;
      return to + 1 >= colon ? label(from, to, colon, form) : null;
    }
    if (!":".equals(tree.token(colon).word())) {
      return null;
    }
    if (areCapitals(from, to)) {
      return label(from, to, colon, Form.CAPITALS);
    }
    return areNames(from, to) && to + 1 == colon ? label(from, to, colon, Form.NAME) : null;
  }

  private SpeakerLabel label(int from, int to, int colon, Form form) {
    int head = to;
    while (head > from && SUFFIXES.contains(tree.lower(head))) {
      head--;
    }
    return new SpeakerLabel(new Source(from, to, head), colon, form, tree.lower(head));
  }

  /** The colon that ends a label, or the stop behind a single letter; or none. */
  private int colonAfter(int from, int last) {
    String first = tree.token(from).word();
    boolean letter = first.equals("Q.") || first.equals("A.");
    if (letter) {
      return from;
    }
    for (int i = from; i <= Math.min(last, from + MAX_LABEL); i++) {
      String word = tree.token(i).word();
      if (":".equals(word) || (i == from + 1 && ".".equals(word) && first.length() == 1)) {
        return i;
      }
      if (tree.isFinite(i) && !isCapital(i)) {
        return NONE;
      }
    }
    return NONE;
  }

  /** The last token of the name: before a comma or a bracket, if one of them is in the label. */
  private int endOfName(int from, int colon) {
    int to = from;
    while (to < colon && !isBreak(to)) {
      to++;
    }
    return colon == from ? from : to - 1;
  }

  private boolean isBreak(int i) {
    return switch (tree.token(i).word()) {
      case ",", "(", "[", "-LRB-", "-LSB-" -> true;
      default -> false;
    };
  }

  private boolean isMark(int i) {
    return tree.quoted(i) && tree.isPunctuation(i);
  }

  private boolean endsWithNote(int from, int to) {
    return words.kind(tree.token(to).word()) == Kind.NOTE
        || (to > from && words.kind(tree.text(to - 1, to)) == Kind.NOTE);
  }

  private boolean areCapitals(int from, int to) {
    boolean letters = false;
    for (int i = from; i <= to; i++) {
      boolean possessive = tree.pos(i).equals("POS");
      boolean part = isCapital(i) || possessive || PARTICLES.contains(tree.lower(i));
      if (!part || NOT_IN_NAMES.contains(tree.lower(i))) {
        return false;
      }
      letters |= tree.token(i).word().length() > 1;
    }
    return letters;
  }

  /** Whether a word is written in capitals: "LUND", "McCOY", "O'NEIL", "J.". */
  private boolean isCapital(int i) {
    String word = tree.token(i).word();
    String rest = word.startsWith("Mc") || word.startsWith("Mac") ? word.substring(3) : word;
    return word.chars().anyMatch(Character::isLetter)
        && word.chars().noneMatch(Character::isDigit)
        && rest.equals(rest.toUpperCase(Locale.ROOT));
  }

  private boolean areNames(int from, int to) {
    for (int i = from; i <= to; i++) {
      char initial = tree.token(i).word().charAt(0);
      boolean name = Character.isUpperCase(initial) && tree.token(i).ner().equals("PERSON");
      if (!name && !PARTICLES.contains(tree.lower(i)) && !isSpeakerWord(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word says that the words beside it name somebody who speaks. */
  boolean isSpeakerWord(int i) {
    return words.kind(tree.token(i).word()) == Kind.SPEAKER;
  }
}
