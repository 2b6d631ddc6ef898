package org.parley.nlp;

import java.util.List;

/**
 * A text with all that CoreNLP found in it; everything after the annotate stage works on this and
 * never on CoreNLP.
 *
 * @param text the text that all offsets refer to
 * @param sentences its sentences in order
 * @param quoteSpans the spans between quotation marks, in order of their beginnings
 */
public record AnnotatedText(String text, List<Sentence> sentences, List<QuoteSpan> quoteSpans) {
  public AnnotatedText {
    sentences = List.copyOf(sentences);
    quoteSpans = List.copyOf(quoteSpans);
  }

  /** The characters of a span. */
  public String text(int begin, int end) {
    return text.substring(begin, end);
  }
}
