package org.parley.quote;

import org.parley.quote.ReportingLexicon.Complement;

/** Finds the clause next to quoted words that says who spoke them. */
final class QuoteAttribution {
  /** How many tokens may stand between a cue and the quotation it introduces. */
  private static final int REACH = 45;

  /** Quoted words from this many on are more than a term or a title. */
  private static final int SENTENCE_TOKENS = 6;

  private final TokenTree tree;
  private final CueFinder cues;
  private final Sources sources;

  QuoteAttribution(TokenTree tree, ReportingLexicon lexicon) {
    this.tree = tree;
    this.cues = new CueFinder(tree, lexicon);
    this.sources = new Sources(tree);
  }

  /** The quotation that the words are, or null where no clause next to them names a speaker. */
  Finding of(QuotedUnit unit) {
    var finding = before(unit);
    if (finding == null) {
      finding = after(unit);
    }
    return finding == null ? introduced(unit) : finding;
  }

  /** Whether the words in marks look like a sentence's own rather than a term. */
  boolean isSentenceLike(QuotedUnit unit) {
    return unit.to() - unit.from() >= SENTENCE_TOKENS || endsClause(unit);
  }

  private boolean endsClause(QuotedUnit unit) {
    int last = unit.to() - 1;
    return last > unit.from() && ",.?!\u2014\u2026...-".contains(tree.token(last).word());
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
    if (source == null && !sources.isPassive(cue)) {
      source = sources.phraseBefore(cue - 1, tree.sentenceFirst(cue));
    }
    return source == null ? null : direct(unit, cue, cue, source, Rule.CUE_QUOTE);
  }

  private static Finding direct(QuotedUnit unit, int cue, int last, Source source, Rule rule) {
    return new Finding(Quotation.Kind.DIRECT, unit.from(), unit.to(), cue, last, source, rule);
  }

  private Finding accordingTo(QuotedUnit unit, int last, int limit) {
    for (int i = last; i > limit; i--) {
      if ("to".equals(tree.lower(i)) && "according".equals(tree.lower(i - 1))) {
        var source = sources.phraseAt(i + 1);
        return source == null ? null : direct(unit, i - 1, i, source, Rule.SOURCE_QUOTE);
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
      return !isTitle(unit) && (!match.cue().meaning().equals("manner") || isSentenceLike(unit));
    }
    if (unit.to() - unit.from() < SENTENCE_TOKENS || unit.from() + 1 >= tree.size()) {
      return false;
    }
    for (int i = match.verb() + 1; i <= last; i++) {
      if (tree.parsed(i) && !tree.isUnder(i, match.verb())) {
        return false;
      }
    }
    return Character.isUpperCase(tree.token(unit.from() + 1).word().charAt(0));
  }

  /** Whether the words look like the name of a work: all longer ones begin with a capital. */
  private boolean isTitle(QuotedUnit unit) {
    int words = 0;
    for (int i = unit.from() + 1; i < unit.to(); i++) {
      String word = tree.token(i).word();
      words += tree.isPunctuation(i) ? 0 : 1;
      if (word.length() > 3 && Character.isLowerCase(word.charAt(0))) {
        return false;
      }
    }
    return words > 1 && !endsClause(unit);
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

  /** "...," she said. */
  private Finding after(QuotedUnit unit) {
    int next = unit.to() + 1;
    if (next >= tree.size() || !tree.sameParagraph(next, unit.to())) {
      return null;
    }
    boolean comma = ",".equals(tree.token(next).word()) || "-".equals(tree.token(next).word());
    next += comma ? 1 : 0;
    if (next >= tree.size() || tree.quoted(next) || (!comma && !endsClause(unit))) {
      return null;
    }
    int end = Math.min(tree.sentenceLast(next), next + REACH);
    for (int i = next; i <= end && !tree.quoted(i); i++) {
      boolean modifier = isModifier(i, next);
      if (cues.verb(i, Complement.QUOTE) != null && !modifier && isPredicate(i)) {
        return cueAfter(unit, next, i);
      }
      if (tree.isFinite(i) && !modifier && !isAuxiliary(i)) {
        return null;
      }
    }
    boolean according =
        "according".equals(tree.lower(next)) && next + 2 < tree.size() && !tree.quoted(next + 2);
    var source = according ? sources.phraseAt(next + 2) : null;
    return source == null ? null : direct(unit, next, next + 1, source, Rule.SOURCE_QUOTE);
  }

  private boolean isPredicate(int i) {
    return tree.isFinite(i) || tree.pos(i).equals("VBN") || tree.pos(i).equals("VB");
  }

  private boolean isAuxiliary(int i) {
    return tree.relation(i).startsWith("aux") || tree.relation(i).equals("cop");
  }

  /** Whether a verb stands inside a phrase that began at the token: in a relative clause. */
  private boolean isModifier(int i, int from) {
    int governor = tree.head(i);
    return tree.relation(i).startsWith("acl") && governor >= from && governor < i;
  }

  private Finding cueAfter(QuotedUnit unit, int next, int cue) {
    boolean ownSentence = !tree.sameSentence(next, unit.to());
    if (ownSentence && ".".equals(tree.token(unit.to() - 1).word()) && reportsAfter(cue)) {
      return null;
    }
    Source source;
    if (onlyAdverbs(next, cue)) {
      source = sources.subject(cue);
      if (source == null || source.from() < cue) {
        source = cue + 1 < tree.size() ? sources.described(sources.phraseAt(cue + 1)) : null;
      }
    } else {
      source = sources.subject(cue);
      if (source == null || source.head() < next || source.head() > cue) {
        source = sources.phraseBefore(cue - 1, next);
      }
      if (source != null && !onlyAdverbs(next, source.from())) {
        return null;
      }
    }
    if (source == null) {
      return null;
    }
    int first = sentenceBefore(unit);
    if (first == unit.from()) {
      return direct(unit, cue, cue, source, Rule.QUOTE_CUE);
    }
    // The marks are only around the end of what was said.
    return reportsAfter(cue)
        ? null
        : new Finding(Quotation.Kind.MIXED, first, unit.to(), cue, cue, source, Rule.PARENTHETICAL);
  }

  /** The beginning of the reporter's own words that lead up to the quoted ones, or their mark. */
  private int sentenceBefore(QuotedUnit unit) {
    int first = tree.sentenceFirst(unit.from());
    int words = 0;
    for (int i = unit.from() - 1; i >= first; i--) {
      if (tree.quoted(i)) {
        return unit.from();
      }
      words += tree.isPunctuation(i) ? 0 : 1;
    }
    String last = unit.from() > first ? tree.token(unit.from() - 1).word() : ",";
    return words < 2 || ",".equals(last) || ":".equals(last) ? unit.from() : first;
  }

  private boolean reportsAfter(int cue) {
    for (int c : tree.children(cue)) {
      boolean content =
          switch (tree.relation(c)) {
            case "ccomp", "xcomp", "dep", "parataxis" -> true;
            case "obj" -> cues.verb(cue, Complement.PERSON) == null;
            default -> false;
          };
      if (c > cue && content) {
        return true;
      }
    }
    return false;
  }

  private boolean onlyAdverbs(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!tree.pos(i).startsWith("RB") && !tree.isPunctuation(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * "The mayor was brief: ...", "The mayor: ...": the subject of the sentence that announces it.
   */
  private Finding introduced(QuotedUnit unit) {
    int colon = unit.from() - 1;
    if (colon < 1
        || !":".equals(tree.token(colon).word())
        || tree.quoted(colon)
        || !isSentenceLike(unit)) {
      return null;
    }
    int first = tree.sentenceFirst(colon);
    var name = sources.phraseBefore(colon - 1, first);
    boolean named = name != null && tree.pos(name.head()).startsWith("NNP");
    boolean alone =
        named
            && (name.from() == first
                || tree.isPunctuation(name.from() - 1)
                || "from".equals(tree.lower(name.from() - 1)));
    if (alone) {
      return direct(unit, colon, colon, name, Rule.COLON);
    }
    for (int i = first; i < colon; i++) {
      if (!tree.quoted(i) && tree.isVerb(i) && tree.relation(i).equals("root")) {
        var source = sources.subject(i);
        return direct(unit, i, i, canSpeak(source) ? source : null, Rule.INTRODUCED);
      }
    }
    return direct(unit, colon, colon, named ? name : null, Rule.COLON);
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
