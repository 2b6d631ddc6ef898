package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import org.parley.quote.CueFinder.Match;
import org.parley.quote.ReportingLexicon.Complement;
import org.parley.quote.ReportingLexicon.Cue;
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

  /** "her warning that ...", "his criticism of ...", "Norway's attacks on ...". */
  Finding noun(int i) {
    int owner = tree.isNoun(i) ? tree.child(i, "nmod:poss") : NONE;
    if (owner == NONE || tree.quoted(owner) || "its".equals(tree.lower(owner))) {
      return null;
    }
    return report(i, Kind.NOUN, sources.owner(owner), Rule.NOUN);
  }

  /** "she is sure that ...", "the union is critical of ...". */
  Finding adjective(int i) {
    boolean predicate = tree.pos(i).equals("JJ") || tree.pos(i).equals("VBN");
    int subject = predicate ? tree.child(i, "nsubj", "nsubj:pass") : NONE;
    if (subject == NONE || tree.quoted(subject) || "it".equals(tree.lower(subject))) {
      return null;
    }
    return report(i, Kind.ADJECTIVE, sources.around(subject, i), Rule.ADJECTIVE);
  }

  /** The report that hangs on a noun or adjective of the lexicon, or null. */
  private Finding report(int i, Kind kind, Source source, Rule rule) {
    String word = kind == Kind.NOUN ? tree.lemma(i) : tree.lower(i);
    for (var cue : lexicon.startingWith(kind, word)) {
      for (int c : tree.children(i)) {
        if (c > i && !tree.quoted(i) && isContent(cue, c)) {
          boolean phrase = tree.child(c, "case") == tree.first(c);
          int from = tree.first(c) + (phrase ? 1 : 0);
          int last = phrase && cue.words().size() > 1 ? from - 1 : i;
          return contents.finding(new Match(cue, i, last, NONE), from, tree.last(c), source, rule);
        }
      }
    }
    return null;
  }

  private boolean isContent(Cue cue, int child) {
    int first = tree.first(child);
    return switch (tree.relation(child)) {
      case "acl", "ccomp", "xcomp", "advcl" -> {
        boolean that = cue.takes(Complement.THAT);
        boolean finite =
            cue.kind() == Kind.ADJECTIVE
                ? tree.relation(child).equals("ccomp")
                : "that".equals(tree.lower(first));
        yield (that && finite) || (cue.takes(Complement.TO) && tree.isInfinitive(child));
      }
      case "nmod", "obl" -> {
        int mark = tree.child(child, "case");
        boolean object = cue.takes(Complement.OBJECT) && mark == first;
        yield object && (cue.words().size() == 1 || cue.words().get(1).equals(tree.lower(mark)));
      }
      default -> false;
    };
  }
}
