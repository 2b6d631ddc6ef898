package org.parley.quote;

import org.parley.quote.ReportingLexicon.Complement;

/** Finds the clause next to quoted words that says who spoke them. */
final class QuoteAttribution {
  /** How many tokens may stand between a cue and the quotation it introduces. */
  private static final int REACH = 45;

  private final TokenTree tree;
  private final CueFinder cues;
  private final Sources sources;
  private final FollowingAttribution following;

  QuoteAttribution(TokenTree tree, ReportingLexicon lexicon) {
    this.tree = tree;
    this.cues = new CueFinder(tree, lexicon);
    this.sources = new Sources(tree);
    this.following = new FollowingAttribution(tree, cues, sources);
  }

  /** The quotation that the words are, or null where no clause next to them names a speaker. */
  Finding of(QuotedUnit unit) {
    var finding = before(unit);
    if (finding == null) {
      finding = following.of(unit);
    }
    return finding == null ? introduced(unit) : finding;
  }

  /** She said: "...". */
  private Finding before(QuotedUnit unit) {
    int last = unit.from() - 1;
    if (last < 0 || tree.quoted(last)) {
      return null;
    }
    boolean colon = ":".equals(tree.token(last).word());
    boolean comma = ",".equals(tree.token(last).word());
    boolean newSentence = !tree.sameSentence(last, unit.from()) && tree.isPunctuation(last);
    if (!colon && (!tree.sameParagraph(last, unit.from()) || (newSentence && !comma))) {
      return null;
    }
    int limit = Math.max(tree.sentenceFirst(last), last - REACH);
    for (int i = last; i >= limit && !tree.quoted(i); i--) {
      var match = cues.verb(i, Complement.QUOTE);
      if (match != null && !tree.relation(i).equals("amod")) {
        return colon || comma || isIntroducing(match, unit, last)
            ? cueBefore(unit, i, colon)
            : null;
      }
      if (tree.isFinite(i) && !colon) {
        return null;
      }
    }
    return accordingTo(unit, last, limit);
  }

  private Finding cueBefore(QuotedUnit unit, int cue, boolean colon) {
    if (!colon && hasOwnContent(cue, unit)) {
      return null;
    }
    var source = sources.subject(cue);
    if (source == null && !sources.subjects.isPassive(cue)) {
      source = sources.phrases.before(cue - 1, tree.sentenceFirst(cue));
      source = source == null && cue == tree.sentenceFirst(cue) ? named(cue) : source;
      source = source == null && tree.isFinite(cue) ? sources.speaker(cue) : source;
    }
    // "The minister was asked: ..." does not say by whom.
    boolean unsaid =
        source == null && sources.subjects.isPassive(cue) && tree.child(cue, "aux:pass") >= 0;
    return source == null && !unsaid
        ? null
        : Finding.direct(unit, cue, cue, source, Rule.CUE_QUOTE);
  }

  /** Said Ana Silva, "...": the name behind the verb, or null. */
  private Source named(int cue) {
    var name = sources.phrases.at(cue + 1);
    return name != null && tree.isName(name.head()) ? name : null;
  }

  private Finding accordingTo(QuotedUnit unit, int last, int limit) {
    for (int i = last; i > limit; i--) {
      if ("to".equals(tree.lower(i)) && "according".equals(tree.lower(i - 1))) {
        var source = sources.phrases.at(i + 1);
        return source == null ? null : Finding.direct(unit, i - 1, i, source, Rule.SOURCE_QUOTE);
      }
    }
    return null;
  }

  /**
   * Whether a cue without comma or colon introduces the words: it stands right before them and is
   * no mere manner of speaking, or all between are its adjuncts and the words are a sentence.
   */
  private boolean isIntroducing(CueFinder.Match match, QuotedUnit unit, int last) {
    if (match.last() == last) {
      return !unit.isTitle(tree)
          && (!match.cue().meaning().equals("manner") || unit.isSentenceLike(tree));
    }
    if (!unit.isLong() || unit.from() + 1 >= tree.size()) {
      return false;
    }
    for (int i = match.verb() + 1; i <= last; i++) {
      if (tree.parsed(i) && !tree.isUnder(i, match.verb())) {
        return false;
      }
    }
    return Character.isUpperCase(tree.token(unit.from() + 1).word().charAt(0));
  }

  /** Whether the cue reports more than the quotation: then the whole is a mixed quotation. */
  private boolean hasOwnContent(int cue, QuotedUnit unit) {
    for (int c : tree.children(cue)) {
      if (c > cue && tree.relation(c).equals("ccomp") && tree.sameSentence(c, unit.from())) {
        if (tree.first(c) < unit.from() - 1) {
          return true;
        }
        if (tree.sameSentence(unit.to(), cue) && tree.last(c) > unit.to() + 1) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * "The mayor was brief: ...", "The mayor: ...": the subject of the sentence that announces it.
   */
  private Finding introduced(QuotedUnit unit) {
    int colon = unit.from() - 1;
    if (colon < 1
        || !":".equals(tree.token(colon).word())
        || tree.quoted(colon)
        || !unit.isSentenceLike(tree)) {
      return null;
    }
    int first = tree.sentenceFirst(colon);
    var name = sources.phrases.before(colon - 1, first);
    boolean named = name != null && tree.pos(name.head()).startsWith("NNP");
    boolean alone =
        named
            && (name.from() == first
                || tree.isPunctuation(name.from() - 1)
                || "from".equals(tree.lower(name.from() - 1)));
    if (alone) {
      return Finding.direct(unit, colon, colon, name, Rule.COLON);
    }
    for (int i = first; i < colon; i++) {
      if (!tree.quoted(i) && tree.isVerb(i) && tree.relation(i).equals("root")) {
        var source = sources.subject(i);
        return Finding.direct(unit, i, i, canSpeak(source) ? source : null, Rule.INTRODUCED);
      }
    }
    return Finding.direct(unit, colon, colon, named ? name : null, Rule.COLON);
  }

  /** Whether a subject is surely somebody: a name or a personal pronoun. */
  private boolean canSpeak(Source source) {
    if (source == null) {
      return false;
    }
    String word = tree.lower(source.head());
    boolean thing = "it".equals(word) || "that".equals(word) || "this".equals(word);
    return !thing
        && (tree.pos(source.head()).equals("PRP") || !tree.token(source.head()).ner().equals("O"));
  }
}
