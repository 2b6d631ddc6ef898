package org.parley.entity;

import java.util.ArrayList;
import java.util.List;
import org.parley.nlp.Sentence;

/**
 * The names of one sentence while they are being corrected: spans of tokens with a type, which
 * never overlap.
 */
final class Labels {
  /** A span of tokens from first to before last. */
  record Span(int first, int last, EntityType type) {
    int size() {
      return last - first;
    }
  }

  private final Sentence sentence;
  private final Span[] at;

  Labels(Sentence sentence) {
    this.sentence = sentence;
    this.at = new Span[sentence.tokens().size()];
  }

  Sentence sentence() {
    return sentence;
  }

  int size() {
    return at.length;
  }

  String word(int token) {
    return sentence.tokens().get(token).word();
  }

  String pos(int token) {
    return sentence.tokens().get(token).pos();
  }

  /** Whether a token begins with a capital and may be part of a name. */
  boolean isCapital(int token) {
    return Character.isUpperCase(word(token).charAt(0))
        && !word(token).equals("The")
        && (pos(token).startsWith("N") || pos(token).startsWith("JJ") || pos(token).equals("CD"));
  }

  /** The span that covers a token, or null. */
  Span at(int token) {
    return at[token];
  }

  boolean isFree(int first, int last) {
    for (int i = first; i < last; i++) {
      if (at[i] != null) {
        return false;
      }
    }
    return true;
  }

  /** Makes the tokens one span; spans that it touches are gone. */
  void set(int first, int last, EntityType type) {
    clear(first, last);
    var span = new Span(first, last, type);
    for (int i = first; i < last; i++) {
      at[i] = span;
    }
  }

  /** Removes all spans that touch the tokens. */
  void clear(int first, int last) {
    for (int i = first; i < last; i++) {
      var span = at[i];
      if (span != null) {
        for (int j = span.first(); j < span.last(); j++) {
          at[j] = null;
        }
      }
    }
  }

  /** The spans in order. */
  List<Span> spans() {
    var spans = new ArrayList<Span>();
    for (int i = 0; i < at.length; i++) {
      if (at[i] != null) {
        spans.add(at[i]);
        i = at[i].last() - 1;
      }
    }
    return spans;
  }

  /** The words of a span with a space between them. */
  String text(int first, int last) {
    if (last - first == 1) {
      return word(first);
    }
    var out = new StringBuilder();
    for (int i = first; i < last; i++) {
      out.append(i > first ? " " : "").append(word(i));
    }
    return out.toString();
  }
}
