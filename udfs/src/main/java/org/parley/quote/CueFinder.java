package org.parley.quote;

import java.util.ArrayList;
import java.util.List;
import org.parley.quote.ReportingLexicon.Complement;
import org.parley.quote.ReportingLexicon.Cue;
import org.parley.quote.ReportingLexicon.Kind;

/** Recognises the lexicon's cues in a text. */
final class CueFinder {
  /** How far behind its verb a particle or preposition may stand. */
  private static final int REACH = 40;

  /**
   * A cue as it stands in a text.
   *
   * @param cue the lexicon's entry
   * @param verb its first token
   * @param last its last token
   * @param argument the object of its preposition, or {@link TokenTree#NONE}
   */
  record Match(Cue cue, int verb, int last, int argument) {}

  private final TokenTree tree;
  private final ReportingLexicon lexicon;

  CueFinder(TokenTree tree, ReportingLexicon lexicon) {
    this.tree = tree;
    this.lexicon = lexicon;
  }

  /** The longest cue that begins with this verb, or null. */
  Match verb(int i) {
    if (!tree.isVerb(i)) {
      return null;
    }
    for (var cue : lexicon.startingWith(Kind.VERB, tree.lemma(i))) {
      var match = match(cue, i);
      if (match != null) {
        return match;
      }
    }
    return null;
  }

  /** A cue at this verb that takes the complement, or null. */
  Match verb(int i, Complement complement) {
    if (!tree.isVerb(i)) {
      return null;
    }
    for (var cue : lexicon.startingWith(Kind.VERB, tree.lemma(i))) {
      var match = cue.takes(complement) ? match(cue, i) : null;
      if (match != null) {
        return match;
      }
    }
    return null;
  }

  /** All cues that begin with this verb, the longest first. */
  List<Match> verbs(int i) {
    if (!tree.isVerb(i)) {
      return List.of();
    }
    var matches = new ArrayList<Match>();
    for (var cue : lexicon.startingWith(Kind.VERB, tree.lemma(i))) {
      var match = match(cue, i);
      if (match != null) {
        matches.add(match);
      }
    }
    return matches;
  }

  /** The noun of the lexicon at a token, or null. */
  Cue noun(int i) {
    return lexicon.single(Kind.NOUN, tree.lemma(i));
  }

  private Match match(Cue cue, int verb) {
    int last = verb;
    int argument = TokenTree.NONE;
    for (int w = 1; w < cue.words().size(); w++) {
      String word = cue.words().get(w);
      boolean final_ = w == cue.words().size() - 1;
      int found = TokenTree.NONE;
      int end = Math.min(tree.sentenceLast(verb), verb + REACH);
      for (int i = last + 1; i <= end && found == TokenTree.NONE; i++) {
        if (tree.lower(i).equals(word)
            && (belongs(i, verb, final_) || (final_ && isBehindPerson(cue, i, verb)))) {
          found = i;
        }
        if (!final_ && i > last + 2) {
          break;
        }
      }
      if (found == TokenTree.NONE) {
        return null;
      }
      last = found;
      int head = tree.head(found);
      boolean own =
          head != TokenTree.NONE
              && head > found
              && (tree.head(head) == verb || isBehindPerson(cue, found, verb));
      argument = own ? head : TokenTree.NONE;
    }
    return new Match(cue, verb, last, argument);
  }

  /** "asked the council about it": the preposition that the parser gave to the person. */
  private boolean isBehindPerson(Cue cue, int i, int verb) {
    int head = tree.head(i);
    int person = head == TokenTree.NONE ? TokenTree.NONE : tree.head(head);
    return cue.takes(Complement.PERSON)
        && person != TokenTree.NONE
        && person < i
        && tree.head(person) == verb
        && tree.relation(person).equals("obj")
        && tree.last(person) == tree.last(head);
  }

  private boolean belongs(int i, int verb, boolean last) {
    if (!tree.parsed(i)) {
      return i <= verb + 2;
    }
    int head = tree.head(i);
    if (head == verb) {
      return true;
    }
    return head != TokenTree.NONE && ((tree.head(head) == verb && last) || i == verb + 1);
  }
}
