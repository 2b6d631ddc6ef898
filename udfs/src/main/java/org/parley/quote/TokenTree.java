package org.parley.quote;

import java.util.Arrays;
import java.util.List;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.QuoteSpan;
import org.parley.nlp.Sentence;
import org.parley.text.Section;

/**
 * All tokens of a text as one list, with the trees of its sentences, so that rules can look over
 * the bounds of sentences, which quotations do not keep. A token is named by its place in the list.
 */
final class TokenTree extends TaggedTokens {
  /** No token. */
  static final int NONE = -1;

  private static final int[] NO_CHILDREN = {};

  /** The outermost quotation spans, in order. */
  final List<QuoteSpan> spans;

  private final int[] sentence;

  /** The first and the last token of the sentence as a reader sees it. */
  private final int[] begin;

  private final int[] end;
  private final int[] head;
  private final int[][] children;
  private final int[] first;
  private final int[] last;
  private final int[] span;

  TokenTree(AnnotatedText annotated, List<QuoteSpan> spans) {
    super(annotated);
    this.spans = spans;
    int size = size();
    sentence = new int[size];
    head = new int[size];
    children = new int[size][];
    first = new int[size];
    last = new int[size];
    span = new int[size];
    begin = new int[size];
    end = new int[size];
    int base = 0;
    for (int s = 0; s < annotated.sentences().size(); s++) {
      int next = base + annotated.sentences().get(s).tokens().size();
      for (int i = base; i < next; i++) {
        sentence[i] = s;
        head[i] = token(i).head() < 0 ? NONE : base + token(i).head();
      }
      base = next;
    }
    link();
    markSpans();
    markSentences();
  }

  private void markSentences() {
    int first = 0;
    for (int i = 1; i <= size(); i++) {
      if (i == size() || startsSentence(i)) {
        Arrays.fill(begin, first, i, first);
        Arrays.fill(end, first, i, i - 1);
        first = i;
      }
    }
  }

  /**
   * Whether a sentence begins at a token: as the tokenizer says, except after the stop of an
   * abbreviation in brackets, and also around a quotation, where it does not see all of them.
   */
  private boolean startsSentence(int i) {
    if (sentence[i] != sentence[i - 1]) {
      return !pos(i).equals("-RRB-") || !sameParagraph(i, i - 1);
    }
    String before = token(i - 1).word();
    if (span[i] != NONE && span[i] != span[i - 1]) {
      return before.equals(".") || before.equals("?") || before.equals("!");
    }
    return span[i - 1] != NONE
        && span[i] != span[i - 1]
        && i > 1
        && token(i - 2).word().equals(".")
        && Character.isUpperCase(token(i).word().charAt(0));
  }

  private void link() {
    var counts = new int[size()];
    for (int i = 0; i < size(); i++) {
      first[i] = i;
      last[i] = i;
      if (head[i] != NONE) {
        counts[head[i]]++;
      }
    }
    for (int i = 0; i < size(); i++) {
      children[i] = counts[i] == 0 ? NO_CHILDREN : new int[counts[i]];
    }
    Arrays.fill(counts, 0);
    for (int i = 0; i < size(); i++) {
      if (head[i] != NONE) {
        children[head[i]][counts[head[i]]++] = i;
      }
      int ancestor = head[i];
      for (int steps = 0; ancestor != NONE && steps < size(); steps++) {
        first[ancestor] = Math.min(first[ancestor], i);
        last[ancestor] = Math.max(last[ancestor], i);
        ancestor = head[ancestor];
      }
    }
  }

  private void markSpans() {
    Arrays.fill(span, NONE);
    int s = 0;
    for (int i = 0; i < size(); i++) {
      while (s < spans.size() && spans.get(s).end() <= token(i).begin()) {
        s++;
      }
      if (s < spans.size() && spans.get(s).begin() < token(i).end()) {
        span[i] = s;
      }
    }
  }

  /** The token that governs, or {@link #NONE}. */
  int head(int i) {
    return head[i];
  }

  int[] children(int i) {
    return children[i];
  }

  /** The first child with the relation, or {@link #NONE}. */
  int child(int i, String relation) {
    for (int c : children[i]) {
      if (relation.equals(relation(c))) {
        return c;
      }
    }
    return NONE;
  }

  /** The first child with one of the relations, or {@link #NONE}. */
  int child(int i, String... relations) {
    for (int c : children[i]) {
      for (String relation : relations) {
        if (relation.equals(relation(c))) {
          return c;
        }
      }
    }
    return NONE;
  }

  /** The first token of the subtree. */
  int first(int i) {
    return first[i];
  }

  /** The last token of the subtree. */
  int last(int i) {
    return last[i];
  }

  /** The last token under a verb before what is coordinated with it. */
  int lastBeforeConjunct(int verb) {
    int conjunct = child(verb, "conj");
    int conjunction = child(verb, "cc");
    int end = last[verb];
    if (conjunct > verb) {
      end = Math.min(end, first[conjunct] - 1);
    }
    return conjunction > verb ? Math.min(end, conjunction - 1) : end;
  }

  /** Whether a token is below another or is the same. */
  boolean isUnder(int i, int ancestor) {
    int at = i;
    for (int steps = 0; at != NONE && steps < 200; steps++) {
      if (at == ancestor) {
        return true;
      }
      at = head[at];
    }
    return false;
  }

  Sentence sentence(int i) {
    return annotated.sentences().get(sentence[i]);
  }

  boolean parsed(int i) {
    return sentence(i).parsed();
  }

  Section section(int i) {
    return sentence(i).section();
  }

  int paragraph(int i) {
    return sentence(i).paragraph();
  }

  /** The first token of the sentence that holds the token. */
  int sentenceFirst(int i) {
    return begin[i];
  }

  /** The last token of the sentence that holds the token. */
  int sentenceLast(int i) {
    return end[i];
  }

  boolean sameSentence(int i, int j) {
    return begin[i] == begin[j];
  }

  boolean sameParagraph(int i, int j) {
    return paragraph(i) == paragraph(j);
  }

  /** The index of the quotation span that the token is in, its marks included, or {@link #NONE}. */
  int span(int i) {
    return span[i];
  }

  boolean quoted(int i) {
    return span[i] != NONE;
  }

  /** Whether a verb is an infinitive with "to". */
  boolean isInfinitive(int verb) {
    int mark = child(verb, "mark");
    return mark != NONE && "to".equals(lower(mark));
  }

  /**
   * Whether a word is a name: tagged as one, or with a capital where no sentence or quotation
   * begins, whatever the tagger made of it ("Will wrote", "said Skip Rutherford").
   */
  boolean isName(int i) {
    if (pos(i).startsWith("NNP")) {
      return true;
    }
    String word = token(i).word();
    if (token(i).ner().equals("PERSON") && Character.isUpperCase(word.charAt(0))) {
      return true;
    }
    return word.length() > 2
        && Character.isUpperCase(word.charAt(0))
        && Character.isLowerCase(word.charAt(1))
        && i > begin[i]
        && !isPunctuation(i - 1)
        && switch (pos(i)) {
          case "JJ", "NN", "NNS", "VB", "VBP", "MD", "RB", "FW" -> true;
          default -> false;
        };
  }

  /** Without punctuation at its ends; null if nothing is left. */
  int[] trim(int from, int to) {
    int first = from;
    int last = to;
    while (first <= last && isPunctuation(first) && !quoted(first)) {
      first++;
    }
    while (last >= first && isPunctuation(last) && !quoted(last)) {
      last--;
    }
    return first > last ? null : new int[] {first, last};
  }

  /** The first token of the quotation that a token is in, if that lies behind the limit. */
  int quotationFirst(int i, int limit) {
    int first = i;
    while (quoted(i) && first - 1 > limit && span(first - 1) == span(i)) {
      first--;
    }
    return first;
  }
}
