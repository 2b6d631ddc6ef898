package org.parley.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.QuoteSpan;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;
import org.parley.text.Section;

/**
 * All tokens of a text as one list, with the trees of its sentences, so that rules can look over
 * the bounds of sentences, which quotations do not keep. A token is named by its place in the list.
 */
final class TokenTree {
  /** No token. */
  static final int NONE = -1;

  private static final int[] NO_CHILDREN = {};

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
  final List<Token> tokens = new ArrayList<>();

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
    this.annotated = annotated;
    this.spans = spans;
    int size = annotated.sentences().stream().mapToInt(s -> s.tokens().size()).sum();
    sentence = new int[size];
    head = new int[size];
    children = new int[size][];
    first = new int[size];
    last = new int[size];
    span = new int[size];
    begin = new int[size];
    end = new int[size];
    for (int s = 0; s < annotated.sentences().size(); s++) {
      int base = tokens.size();
      for (var token : annotated.sentences().get(s).tokens()) {
        sentence[tokens.size()] = s;
        head[tokens.size()] = token.head() < 0 ? NONE : base + token.head();
        tokens.add(token);
      }
    }
    link();
    markSpans();
    markSentences();
  }

  private void markSentences() {
    int first = 0;
    for (int i = 1; i <= tokens.size(); i++) {
      if (i == tokens.size() || startsSentence(i)) {
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
    String before = tokens.get(i - 1).word();
    if (span[i] != NONE && span[i] != span[i - 1]) {
      return before.equals(".") || before.equals("?") || before.equals("!");
    }
    return span[i - 1] != NONE
        && span[i] != span[i - 1]
        && i > 1
        && tokens.get(i - 2).word().equals(".")
        && Character.isUpperCase(tokens.get(i).word().charAt(0));
  }

  private void link() {
    var counts = new int[tokens.size()];
    for (int i = 0; i < tokens.size(); i++) {
      first[i] = i;
      last[i] = i;
      if (head[i] != NONE) {
        counts[head[i]]++;
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      children[i] = counts[i] == 0 ? NO_CHILDREN : new int[counts[i]];
    }
    Arrays.fill(counts, 0);
    for (int i = 0; i < tokens.size(); i++) {
      if (head[i] != NONE) {
        children[head[i]][counts[head[i]]++] = i;
      }
      int ancestor = head[i];
      for (int steps = 0; ancestor != NONE && steps < tokens.size(); steps++) {
        first[ancestor] = Math.min(first[ancestor], i);
        last[ancestor] = Math.max(last[ancestor], i);
        ancestor = head[ancestor];
      }
    }
  }

  private void markSpans() {
    Arrays.fill(span, NONE);
    int s = 0;
    for (int i = 0; i < tokens.size(); i++) {
      while (s < spans.size() && spans.get(s).end() <= tokens.get(i).begin()) {
        s++;
      }
      if (s < spans.size() && spans.get(s).begin() < tokens.get(i).end()) {
        span[i] = s;
      }
    }
  }

  int size() {
    return tokens.size();
  }

  Token token(int i) {
    return tokens.get(i);
  }

  String lower(int i) {
    return tokens.get(i).word().toLowerCase(java.util.Locale.ROOT);
  }

  String lemma(int i) {
    return tokens.get(i).lemma().toLowerCase(java.util.Locale.ROOT);
  }

  String pos(int i) {
    return tokens.get(i).pos();
  }

  String relation(int i) {
    return tokens.get(i).relation();
  }

  /** The token that governs, or {@link #NONE}. */
  int head(int i) {
    return head[i];
  }

  int[] children(int i) {
    return children[i];
  }

  /** The first child with one of the relations, or {@link #NONE}. */
  int child(int i, String... relations) {
    for (int c : children[i]) {
      for (String relation : relations) {
        if (relation.equals(tokens.get(c).relation())) {
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

  /** The first token that ends after an offset, or the size. */
  int tokenAt(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (tokens.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
    String word = tokens.get(i).word();
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

  /** How many tokens from one to another are words. */
  int words(int from, int to) {
    int words = 0;
    for (int i = from; i <= to; i++) {
      words += isPunctuation(i) ? 0 : 1;
    }
    return words;
  }

  /** The first token of the quotation that a token is in, if that lies behind the limit. */
  int quotationFirst(int i, int limit) {
    int first = i;
    while (quoted(i) && first - 1 > limit && span(first - 1) == span(i)) {
      first--;
    }
    return first;
  }

  /** The characters from the beginning of one token to the end of another. */
  String text(int from, int to) {
    return annotated.text(tokens.get(from).begin(), tokens.get(to).end());
  }
}
