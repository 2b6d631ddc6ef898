package org.parley.text;

/** A paragraph while its part is being decided; story as long as the section is null. */
final class Draft {
  final String text;
  final boolean continues;
  final int words;
  Section section;
  PhraseList.Label label;
  boolean creditLine;

  Draft(String text, boolean continues) {
    this.text = text;
    this.continues = continues;
    words = words(text);
  }

  Draft(String text, boolean continues, Section section) {
    this(text, continues);
    this.section = section;
  }

  boolean undecided() {
    return section == null;
  }

  boolean endsSentence() {
    int end = text.length();
    while (end > 1 && "\"”’')]".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return ".!?…:;".indexOf(text.charAt(end - 1)) >= 0;
  }

  /** The number of words of a text: one more than its blanks. */
  static int words(String text) {
    int words = 1;
    for (int i = 0; i < text.length(); i++) {
      words += text.charAt(i) == ' ' ? 1 : 0;
    }
    return words;
  }
}
