package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import org.parley.quote.CueFinder.Match;
import org.parley.quote.ReportingLexicon.Complement;
import org.parley.quote.ReportingLexicon.Kind;

/** Finds reports that hang on a noun or an adjective: "her warning that", "she is sure that". */
final class NominalFinder {
  private final TokenTree tree;
  private final ReportingLexicon lexicon;
  private final Sources sources;
  private final Contents contents;

  NominalFinder(TokenTree tree, ReportingLexicon lexicon, Sources sources, Contents contents) {
    this.tree = tree;
    this.lexicon = lexicon;
    this.sources = sources;
    this.contents = contents;
  }

  /** "her warning that ...", "his criticism of ...". */
  Finding noun(int i) {
    var cue = tree.isNoun(i) ? lexicon.single(Kind.NOUN, tree.lemma(i)) : null;
    int owner = tree.child(i, "nmod:poss");
    if (cue == null || owner == NONE || tree.quoted(owner) || "its".equals(tree.lower(owner))) {
      return null;
    }
    int clause = tree.child(i, "acl", "ccomp");
    boolean reported =
        clause > i
            && (("that".equals(tree.lower(tree.first(clause))) && cue.takes(Complement.THAT))
                || (tree.isInfinitive(clause) && cue.takes(Complement.TO)));
    int content = reported ? clause : cue.takes(Complement.OBJECT) ? tree.child(i, "nmod") : NONE;
    if (content > i) {
      int from = tree.first(content) + (tree.child(content, "case") == tree.first(content) ? 1 : 0);
      return contents.finding(
          new Match(cue, i, i, NONE), from, tree.last(content), sources.owner(owner), Rule.NOUN);
    }
    return null;
  }

  /** "she is sure that ...". */
  Finding adjective(int i) {
    boolean predicate = tree.pos(i).equals("JJ") || tree.pos(i).equals("VBN");
    var cue = predicate ? lexicon.single(Kind.ADJECTIVE, tree.lower(i)) : null;
    int subject = tree.child(i, "nsubj", "nsubj:pass");
    int content = tree.child(i, "ccomp");
    if (cue == null
        || subject == NONE
        || content <= i
        || tree.quoted(subject)
        || "it".equals(tree.lower(subject))) {
      return null;
    }
    return contents.finding(
        new Match(cue, i, i, NONE),
        tree.first(content),
        tree.last(content),
        sources.around(subject, i),
        Rule.ADJECTIVE);
  }
}
