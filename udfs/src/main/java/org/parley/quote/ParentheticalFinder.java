package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import org.parley.quote.CueFinder.Match;
import org.parley.quote.ReportingLexicon.Complement;
import org.parley.quote.ReportingLexicon.Cue;

/** Finds reports whose clause stands behind the content or inside it: "..., she said, ...". */
final class ParentheticalFinder {
  private static final int MAX_SUBJECT = 15;

  private final TokenTree tree;
  private final Sources sources;
  private final Contents contents;

  ParentheticalFinder(TokenTree tree, Sources sources, Contents contents) {
    this.tree = tree;
    this.sources = sources;
    this.contents = contents;
  }

  /** "..., she said", "..., said the mayor, ...": the clause before it, or all around it. */
  Finding parenthetical(Match match) {
    int verb = match.verb();
    var cue = match.cue();
    if (!cue.takes(Complement.THAT)
        || !(cue.takes(Complement.QUOTE) || endsAt(verb))
        || cue.words().size() > 1
        || !tree.isFinite(verb)
        || verb == tree.sentenceFirst(verb)) {
      return null;
    }
    int sentenceFirst = tree.sentenceFirst(verb);
    int sentenceLast = tree.sentenceLast(verb);
    boolean inverted = isBreak(verb - 1) && verb < sentenceLast;
    boolean closing = inverted && (closesSentence(verb) || names(verb));
    boolean aside = isAside(verb);
    if (!closing && !aside && hasContentAfter(verb, cue, inverted)) {
      return null;
    }
    var subject =
        closing ? sources.phrases.described(sources.phrases.at(verb + 1)) : sources.subject(verb);
    if (!closing && !startsAfterBreak(subject, verb)) {
      var segment = segmentBefore(verb);
      subject = segment == null ? subject : segment;
    }
    var source = subject;
    if (inverted && (subject == null || subject.head() > verb)) {
      source = sources.phrases.described(sources.phrases.at(verb + 1));
      inverted = source != null && !startsPredicate(source.to() + 1);
      source =
          subject != null && source != null && subject.from() == source.from() ? subject : source;
    } else {
      inverted = false;
    }
    if (!inverted) {
      if (source == null || source.head() > verb || tree.pos(source.head()).startsWith("W")) {
        return null;
      }
    }
    int first = Math.min(verb, source.from());
    while (first > sentenceFirst && tree.pos(first - 1).startsWith("RB")) {
      first--;
    }
    if (first <= sentenceFirst || !isBreak(first - 1)) {
      return null;
    }
    int last = Math.max(verb, source.to());
    while (last < sentenceLast && !isBreak(last + 1) && tree.isUnder(last + 1, verb)) {
      last++;
    }
    // What follows an inverted source describes it.
    boolean atEnd =
        inverted
            || last >= sentenceLast
            || isStop(last + 1)
            || startsParticiple(last + 1)
            || endsClause(last);
    if (!atEnd && !isBreak(last + 1)) {
      return null;
    }
    var content = tree.trim(sentenceFirst, atEnd ? first - 1 : sentenceLast);
    if (content == null || !isClause(content[0], content[1], verb)) {
      return null;
    }
    return new Finding(
        contents.kind(content[0], content[1]),
        content[0],
        content[1],
        verb,
        match.last(),
        source,
        Rule.PARENTHETICAL);
  }

  /** ", she believes.": whether a verb is the last word of its sentence or of an aside. */
  private boolean endsAt(int verb) {
    return verb < tree.sentenceLast(verb) && (isBreak(verb + 1) || isStop(verb + 1));
  }

  /** ", records show, and ...": whether another clause follows the aside that ends here. */
  private boolean endsClause(int last) {
    int next = last + 2;
    return isBreak(last + 1)
        && next < tree.size()
        && (tree.pos(next).equals("CC") || !",".equals(tree.token(last + 1).word()));
  }

  /** ", said Ana Silva, ...": a verb of saying between a break and a name. */
  private boolean names(int verb) {
    int own = tree.child(verb, "nsubj");
    var phrase = sources.phrases.at(verb + 1);
    return "say".equals(tree.lemma(verb))
        && (own == NONE || own > verb)
        && phrase != null
        && phrase.from() == verb + 1
        && tree.isName(phrase.head())
        && !tree.isTime(phrase.head());
  }

  /** ", she said, ": whether a break follows the verb at once. */
  private boolean isAside(int verb) {
    return verb < tree.sentenceLast(verb) && isBreak(verb + 1);
  }

  private boolean startsAfterBreak(Source source, int verb) {
    return source != null
        && source.head() < verb
        && source.from() > tree.sentenceFirst(verb)
        && isBreak(source.from() - 1);
  }

  /**
   * All words between a break and a verb, if they can be its subject whatever the parser made of
   * them, or null: "..., current and former officials said."
   */
  private Source segmentBefore(int verb) {
    int first = tree.sentenceFirst(verb);
    int from = verb;
    while (from > first && !isBreak(from - 1)) {
      from--;
      boolean clause = tree.isFinite(from) || tree.pos(from).startsWith("W");
      boolean pronoun = tree.pos(from).equals("PRP") && from < verb - 1;
      if (clause || pronoun || tree.quoted(from) || verb - from > MAX_SUBJECT) {
        return null;
      }
    }
    if (from == first || from == verb || !startsPhrase(from)) {
      return null;
    }
    int last = verb - 1;
    while (last > from && (tree.pos(last).startsWith("RB") || tree.pos(last).equals("MD"))) {
      last--;
    }
    boolean nominal = tree.isNoun(last) || tree.isName(last) || tree.pos(last).equals("PRP");
    return nominal ? new Source(from, last, last) : null;
  }

  private boolean startsPhrase(int i) {
    return switch (tree.pos(i)) {
      case "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD" -> true;
      default -> false;
    };
  }

  /**
   * Whether a verb without a subject before it and a phrase that is no time are the last words of a
   * sentence: ", said the people." Then the phrase is the subject, whatever the parser made of it.
   */
  private boolean closesSentence(int verb) {
    int own = tree.child(verb, "nsubj");
    var phrase = sources.phrases.at(verb + 1);
    return (own == NONE || own > verb)
        && phrase != null
        && (phrase.to() >= tree.sentenceLast(verb) || isStop(phrase.to() + 1))
        && !tree.isTime(phrase.head());
  }

  /** Whether the phrase before a token is the subject of a verb there. */
  private boolean startsPredicate(int i) {
    return i < tree.size()
        && (tree.isFinite(i) || (tree.pos(i).equals("RB") && tree.isFinite(i + 1)));
  }

  /** ", adding that ...": what follows is another report. */
  private boolean startsParticiple(int i) {
    return isBreak(i) && i + 1 < tree.size() && tree.pos(i + 1).equals("VBG");
  }

  private boolean isStop(int i) {
    return switch (tree.token(i).word()) {
      case ".", ";", "?", "!" -> true;
      default -> false;
    };
  }

  /**
   * Whether the tokens hold a finite verb, and not only one under a conjunction at the beginning.
   */
  private boolean isClause(int from, int to, int cue) {
    boolean subordinate =
        tree.pos(from).equals("WRB")
            || (tree.pos(from).equals("IN") && tree.relation(from).equals("mark"));
    boolean comma = !subordinate;
    for (int i = from; i <= to; i++) {
      comma |= ",".equals(tree.token(i).word());
      if (comma && tree.isFinite(i) && i != cue) {
        return true;
      }
    }
    return false;
  }

  private boolean isBreak(int i) {
    return switch (tree.token(i).word()) {
      case ",", "--", "\u2013", "\u2014" -> true;
      case "-" -> i == 0 || tree.token(i - 1).end() < tree.token(i).begin();
      default -> false;
    };
  }

  private boolean hasContentAfter(int verb, Cue cue, boolean inverted) {
    for (int c : tree.children(verb)) {
      boolean content =
          switch (tree.relation(c)) {
            case "ccomp", "xcomp" -> true;
            case "obj" ->
                !inverted
                    && (tree.relation(verb).startsWith("acl") || !cue.takes(Complement.PERSON));
            default -> false;
          };
      if (content && c > verb) {
        return true;
      }
    }
    return false;
  }
}
