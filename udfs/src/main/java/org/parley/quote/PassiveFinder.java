package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import org.parley.quote.CueFinder.Match;
import org.parley.quote.ReportingLexicon.Complement;
import org.parley.quote.ReportingLexicon.Cue;

/**
 * Finds what is reported in the passive, by whom if the sentence says so: "the mine is believed to
 * be empty", "it was reported that ...", "her words were criticised by the union".
 */
final class PassiveFinder {
  private final TokenTree tree;
  private final CueFinder cues;
  private final Sources sources;
  private final Contents contents;

  PassiveFinder(TokenTree tree, CueFinder cues, Sources sources, Contents contents) {
    this.tree = tree;
    this.cues = cues;
    this.sources = sources;
    this.contents = contents;
  }

  /** The report of a passive verb, or null. */
  Finding of(Match match) {
    int verb = match.verb();
    int subject = tree.child(verb, "nsubj:pass", "expl", "nsubj");
    if (!sources.subjects.isPassive(verb)
        || subject == NONE
        || subject > verb
        || tree.quoted(subject)
        || match.cue().words().size() > 1) {
      return null;
    }
    var source = sources.subject(verb);
    int clause = tree.child(verb, "ccomp", "xcomp");
    if (isIt(subject)) {
      return clause > verb && match.cue().takes(Complement.THAT) && !tree.isInfinitive(clause)
          ? contents.finding(match, tree.first(clause), tree.last(clause), source, Rule.CLAUSE)
          : null;
    }
    if (clause > verb && tree.isInfinitive(clause) && believes(match.cue(), clause)) {
      return around(match, subject, tree.last(clause), source);
    }
    if (source != null && source.head() > verb && match.cue().takes(Complement.OBJECT)) {
      return around(match, subject, tree.last(subject), source);
    }
    return null;
  }

  private boolean isIt(int subject) {
    return "it".equals(tree.lower(subject));
  }

  /** "is believed to ...", but what is expected to be said has not been said. */
  private boolean believes(Cue cue, int clause) {
    boolean forecast = "expect".equals(cue.words().get(0));
    boolean wish = cue.meaning().equals("commitment") || cue.meaning().equals("request");
    return cue.takes(Complement.THAT)
        && !cue.takes(Complement.PERSON)
        && !wish
        && !(forecast && cues.verb(clause, Complement.QUOTE) != null);
  }

  private Finding around(Match match, int subject, int last, Source source) {
    var content = tree.trim(tree.first(subject), last);
    return content == null
        ? null
        : new Finding(
            contents.kind(content[0], content[1]),
            content[0],
            content[1],
            match.verb(),
            match.last(),
            source,
            Rule.PASSIVE);
  }
}
