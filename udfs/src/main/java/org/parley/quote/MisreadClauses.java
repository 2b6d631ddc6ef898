package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import org.parley.quote.CueFinder.Match;
import org.parley.quote.ReportingLexicon.Complement;

/** Finds the reported clause right behind a cue where the parser hung it elsewhere. */
final class MisreadClauses {
  /** How many tokens the subject of the clause may have. */
  private static final int MAX_SUBJECT = 12;

  private final TokenTree tree;
  private final Sources sources;
  private final Contents contents;

  MisreadClauses(TokenTree tree, Sources sources, Contents contents) {
    this.tree = tree;
    this.sources = sources;
    this.contents = contents;
  }

  /**
   * The report of a cue that takes a clause, or null.
   *
   * @param alone whether the tree gives the cue no content at all
   */
  Finding behind(Match match, boolean alone) {
    var cue = match.cue();
    if (!cue.takes(Complement.THAT) || cue.words().size() > 1) {
      return null;
    }
    var loose = alone && cue.takes(Complement.QUOTE) ? loose(match) : null;
    if (loose == null && alone) {
      loose = participle(match);
    }
    if (loose == null) {
      loose = predicate(match);
    }
    if (loose == null && cue.takes(Complement.PERSON)) {
      loose = behindPerson(match);
    }
    return loose == null ? clauseBehind(match) : loose;
  }

  /** "..., saying the road is closed": a participle that the parser made something else. */
  private Finding participle(Match match) {
    int verb = match.verb();
    int last = tree.sentenceLast(verb);
    boolean adds =
        tree.pos(verb).equals("VBG")
            && verb > tree.sentenceFirst(verb)
            && opensPhrase(verb)
            && verb < last
            && startsClause(verb + 1)
            && tree.isFinite(nextFinite(verb + 1))
            && (match.cue().takes(Complement.QUOTE) || isSubject(verb + 1, nextFinite(verb + 1)));
    var source = adds ? sources.speaker(verb) : null;
    return source == null || source.head() > verb
        ? null
        : contents.finding(match, verb + 1, last, source, Rule.CLAUSE);
  }

  /** "a plan that she hopes will work": a relative clause around the report. */
  private Finding predicate(Match match) {
    int verb = match.verb();
    int next = verb + 1;
    if (!tree.isFinite(verb) || next >= tree.sentenceLast(verb)) {
      return null;
    }
    int finite = tree.pos(next).startsWith("RB") ? next + 1 : next;
    var subject =
        tree.isFinite(finite) ? sources.phrases.before(verb - 1, tree.sentenceFirst(verb)) : null;
    int before = subject == null ? NONE : subject.from() - 1;
    boolean relative =
        before >= tree.sentenceFirst(verb)
            && (tree.pos(before).startsWith("W")
                || "that".equals(tree.lower(before))
                || tree.relation(verb).startsWith("acl"));
    int last = next;
    while (last < tree.sentenceLast(verb) && !",".equals(tree.token(last + 1).word())) {
      last++;
    }
    return relative ? contents.finding(match, next, last, subject, Rule.CLAUSE) : null;
  }

  /** "told voters she would stay": the clause behind the person who is spoken to. */
  private Finding behindPerson(Match match) {
    int verb = match.verb();
    var person = verb < tree.sentenceLast(verb) ? sources.phrases.at(verb + 1) : null;
    int next = person == null ? NONE : person.to() + 1;
    boolean clause =
        next != NONE
            && person.from() == verb + 1
            && next < tree.sentenceLast(verb)
            && startsClause(next)
            && tree.isFinite(nextFinite(next));
    var source = clause ? sources.speaker(verb) : null;
    return source == null || source.head() > verb
        ? null
        : contents.finding(match, next, tree.sentenceLast(verb), source, Rule.CLAUSE);
  }

  /** Whether a comma, "while" or the like stands before a participle, but for adverbs. */
  private boolean opensPhrase(int verb) {
    int before = verb - 1;
    while (before > tree.sentenceFirst(verb) && tree.pos(before).startsWith("RB")) {
      before--;
    }
    return switch (tree.lower(before)) {
      case ",", "while", "before", "after", "by", "without", "when", "and", "but" -> true;
      default -> false;
    };
  }

  /**
   * A clause right behind a cue that the parser hung elsewhere: "Lund admits there is a problem".
   */
  private Finding clauseBehind(Match match) {
    int verb = match.verb();
    int subject = tree.child(verb, "nsubj");
    int next = verb + 1;
    int governor = tree.head(verb);
    boolean relative = tree.relation(verb).startsWith("acl");
    boolean misread =
        tree.isFinite(verb)
            && subject != NONE
            && subject < verb
            && (governor == NONE || governor > verb || relative)
            && !tree.relation(verb).startsWith("advcl");
    if (!misread || !startsClause(next) || !isSubject(next, nextFinite(next))) {
      return null;
    }
    var source = sources.subject(verb);
    int to = relative ? tree.last(verb) : tree.sentenceLast(verb);
    return source == null ? null : contents.finding(match, next, to, source, Rule.CLAUSE);
  }

  /** Whether the words from a token up to a verb can be its subject. */
  private boolean isSubject(int from, int verb) {
    if (!tree.isFinite(verb) || verb - from > MAX_SUBJECT) {
      return false;
    }
    var phrase = sources.phrases.at(from);
    if (phrase == null || phrase.to() >= verb) {
      return false;
    }
    for (int i = phrase.to() + 1; i < verb; i++) {
      boolean part =
          switch (tree.pos(i)) {
            case "IN" -> !"that".equals(tree.lower(i)) && !"because".equals(tree.lower(i));
            case "CC", "RB", "DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS" -> true;
            default -> false;
          };
      if (!part) {
        return false;
      }
    }
    return true;
  }

  /** The first finite verb from a token on in its sentence, or the last token. */
  private int nextFinite(int from) {
    int i = from;
    while (i < tree.sentenceLast(from) && !tree.isFinite(i)) {
      i++;
    }
    return i;
  }

  /** What follows a verb of speech where the parser saw no clause in it, if a verb is in it. */
  private Finding loose(Match match) {
    int verb = match.verb();
    int from = NONE;
    for (int c : tree.children(verb)) {
      boolean content =
          switch (tree.relation(c)) {
            case "nsubj", "xcomp", "dep" -> true;
            case "obj" -> !match.cue().takes(Complement.PERSON);
            default -> false;
          };
      if (c > verb && content) {
        from = tree.first(c);
        break;
      }
    }
    int to = tree.lastBeforeConjunct(verb);
    boolean says = "say".equals(tree.lemma(verb)) && tree.isFinite(verb);
    if (says && (from <= verb || tree.head(verb) != NONE) && startsClause(verb + 1)) {
      from = verb + 1;
      to = tree.sentenceLast(verb);
    }
    var source = says ? sources.speaker(verb) : sources.subject(verb);
    if (from <= verb || source == null || source.head() > verb) {
      return null;
    }
    boolean finite = false;
    for (int i = from; i <= to; i++) {
      finite |= tree.isFinite(i);
    }
    var phrase = sources.phrases.at(from);
    boolean more = phrase == null || phrase.to() < to;
    return finite || (says && more) ? contents.finding(match, from, to, source, Rule.CLAUSE) : null;
  }

  /** Whether a clause without "that" can begin at a token. */
  private boolean startsClause(int i) {
    if (i > tree.sentenceLast(i - 1) || tree.quoted(i)) {
      return false;
    }
    return switch (tree.pos(i)) {
      case "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "EX", "PDT", "$" -> true;
      default -> "that".equals(tree.lower(i));
    };
  }
}
