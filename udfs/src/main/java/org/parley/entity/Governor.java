package org.parley.entity;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.nlp.Sentence;
import org.parley.nlp.Token;

/**
 * How a name hangs in its sentence: by which relation, on which word.
 *
 * @param relation subject, passive, object, possessive, compound, hyphen, apposition, none, or the
 *     preposition between the two
 * @param lemma the governing word's lemma, lower case; empty where there is none
 * @param nearest the lemma of the nearest content word before a preposition, which need not govern;
 *     empty for other relations
 */
record Governor(String relation, String lemma, String nearest) {
  static final String SUBJECT = "subject";
  static final String PASSIVE = "passive";
  static final String OBJECT = "object";
  static final String POSSESSIVE = "possessive";
  static final String COMPOUND = "compound";
  static final String HYPHEN = "hyphen";
  static final String APPOSITION = "apposition";
  static final String NONE = "none";

  private static final Set<String> POSSESSIVE_MARKS = Set.of("'s", "\u2019s", "'", "\u2019");
  private static final Set<String> AUXILIARIES = Set.of("be", "have", "do", "get");

  /** The governor of the tokens from first to before last, from the tree or from the neighbours. */
  static Governor of(Sentence sentence, int first, int last) {
    var tokens = sentence.tokens();
    if (last < tokens.size()
        && tokens.get(last).word().equals("-")
        && last + 1 < tokens.size()
        && tokens.get(last).begin() == tokens.get(last - 1).end()) {
      return new Governor(HYPHEN, lemma(tokens.get(last + 1)), "");
    }
    // "Outside Oslo, ...": a preposition that opens the sentence tells more than a doubtful tree.
    boolean opened = first == 1 && tokens.get(0).pos().equals("IN");
    var governor = sentence.parsed() && !opened ? parsed(sentence, first, last, 0) : null;
    return governor != null ? governor : byNeighbours(tokens, first, last);
  }

  private static Governor parsed(Sentence sentence, int first, int last, int depth) {
    var tokens = sentence.tokens();
    int head = headOf(tokens, first, last);
    var token = tokens.get(head);
    if (token.head() < 0) {
      return null;
    }
    var governor = tokens.get(token.head());
    var relation = token.relation();
    var preposition = preposition(sentence, head, first);
    if (relation.equals("conj") && depth < 4) {
      var outer = parsed(sentence, token.head(), token.head() + 1, depth + 1);
      return preposition == null || outer == null
          ? outer
          : new Governor(preposition, outer.lemma(), nearestContent(tokens, first));
    }
    if (relation.equals("nmod:poss")) {
      return new Governor(POSSESSIVE, lemma(governor), "");
    }
    if (preposition != null) {
      return new Governor(preposition, lemma(governor), nearestContent(tokens, first));
    }
    return switch (relation) {
      case "nsubj", "csubj", "nsubj:xsubj" -> new Governor(SUBJECT, lemma(governor), "");
      case "nsubj:pass" -> new Governor(PASSIVE, lemma(governor), "");
      case "obj", "iobj" -> new Governor(OBJECT, lemma(governor), "");
      case "compound", "amod", "nmod" ->
          token.head() >= last ? new Governor(COMPOUND, lemma(governor), "") : null;
      case "appos" -> new Governor(APPOSITION, lemma(governor), "");
      case "obl:npmod", "obl:unmarked", "obl" -> null;
      default -> null;
    };
  }

  /** The token of a span that is governed from outside it. */
  static int headOf(List<Token> tokens, int first, int last) {
    for (int i = first; i < last; i++) {
      int head = tokens.get(i).head();
      if (head < first || head >= last) {
        return i;
      }
    }
    return last - 1;
  }

  private static String preposition(Sentence sentence, int head, int first) {
    var tokens = sentence.tokens();
    for (int i = first - 1; i >= 0 && i >= first - 4; i--) {
      var token = tokens.get(i);
      if (token.head() == head && token.relation().equals("case")) {
        return token.word().toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }

  private static Governor byNeighbours(List<Token> tokens, int first, int last) {
    if (last < tokens.size() && POSSESSIVE_MARKS.contains(tokens.get(last).word())) {
      int noun = lastOfNouns(tokens, last + 1);
      if (noun >= 0) {
        return new Governor(POSSESSIVE, lemma(tokens.get(noun)), "");
      }
    }
    if (last < tokens.size() && tokens.get(last).pos().startsWith("NN")) {
      int noun = lastOfNouns(tokens, last);
      return new Governor(COMPOUND, lemma(tokens.get(noun)), "");
    }
    int before = first - 1;
    while (before >= 0
        && (tokens.get(before).pos().equals("DT") || tokens.get(before).pos().equals("JJ"))) {
      before--;
    }
    if (before >= 0
        && (tokens.get(before).pos().equals("IN") || tokens.get(before).pos().equals("TO"))) {
      var near = nearestContent(tokens, first);
      return new Governor(tokens.get(before).word().toLowerCase(Locale.ROOT), near, near);
    }
    var subject = subjectOf(tokens, last);
    if (subject != null) {
      return subject;
    }
    if (before >= 0 && tokens.get(before).pos().startsWith("VB")) {
      return new Governor(OBJECT, lemma(tokens.get(before)), "");
    }
    if (before > 0
        && (tokens.get(before).pos().equals("CC") || tokens.get(before).word().equals(","))
        && tokens.get(before - 1).pos().startsWith("NNP")) {
      return byNeighbours(tokens, before - 1, before);
    }
    return new Governor(NONE, "", "");
  }

  private static Governor subjectOf(List<Token> tokens, int last) {
    int at = last;
    while (at < tokens.size() && tokens.get(at).pos().startsWith("RB")) {
      at++;
    }
    if (at >= tokens.size()
        || !(tokens.get(at).pos().startsWith("VB") || tokens.get(at).pos().equals("MD"))
        || tokens.get(at).pos().equals("VBG")) {
      return null;
    }
    boolean be = false;
    while (at < tokens.size()) {
      var token = tokens.get(at);
      boolean auxiliary = token.pos().equals("MD") || AUXILIARIES.contains(lemma(token));
      if (!auxiliary && !token.pos().startsWith("RB") && !token.pos().equals("TO")) {
        break;
      }
      be |= lemma(token).equals("be");
      at++;
    }
    if (at >= tokens.size()) {
      return new Governor(SUBJECT, "", "");
    }
    var verb = tokens.get(at);
    return new Governor(be && verb.pos().equals("VBN") ? PASSIVE : SUBJECT, lemma(verb), "");
  }

  private static int lastOfNouns(List<Token> tokens, int from) {
    int at = from;
    int noun = -1;
    while (at < tokens.size()
        && (tokens.get(at).pos().startsWith("NN") || tokens.get(at).pos().startsWith("JJ"))) {
      if (tokens.get(at).pos().startsWith("NN")) {
        noun = at;
      }
      at++;
    }
    return noun;
  }

  /** The lemma of the last noun, verb or adjective before the preposition before a token. */
  private static String nearestContent(List<Token> tokens, int first) {
    int at = first - 1;
    while (at >= 0
        && !tokens.get(at).pos().equals("IN")
        && !tokens.get(at).pos().equals("TO")
        && !tokens.get(at).pos().startsWith("VB")) {
      at--;
    }
    for (int i = at - 1; i >= 0 && i >= at - 4; i--) {
      var pos = tokens.get(i).pos();
      if (pos.startsWith("NN") || pos.startsWith("VB") || pos.startsWith("JJ")) {
        return lemma(tokens.get(i));
      }
    }
    return "";
  }

  static String lemma(Token token) {
    return (token.lemma() == null ? token.word() : token.lemma()).toLowerCase(Locale.ROOT);
  }
}
