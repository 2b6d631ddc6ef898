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

  /** "her warning that ...", "made comments about ...", "allegations that ...". */
  Finding noun(int i) {
    if (!tree.isNoun(i) || lexicon.startingWith(Kind.NOUN, tree.lemma(i)).isEmpty()) {
      return null;
    }
    int owner = tree.child(i, "nmod:poss");
    if (owner != NONE) {
      return tree.quoted(owner) || "its".equals(tree.lower(owner))
          ? null
          : owned(i, sources.owner(owner));
    }
    int verb = tree.head(i);
    if (tree.relation(i).equals("obj") && lexicon.single(Kind.CARRIER, tree.lemma(verb)) != null) {
      var source = sources.subject(verb);
      return source == null ? null : report(i, Kind.NOUN, source, Rule.NOUN);
    }
    return hasThat(i) ? report(i, Kind.NOUN, null, Rule.NOUN) : null;
  }

  /** "her warning that ...", "her message is that ...", "her message: ...". */
  private Finding owned(int noun, Source owner) {
    var finding = report(noun, Kind.NOUN, owner, Rule.NOUN);
    int verb = tree.head(noun);
    boolean equated =
        finding == null
            && tree.relation(noun).equals("nsubj")
            && verb > noun
            && "be".equals(tree.lemma(verb));
    int clause = equated ? tree.child(verb, "ccomp") : NONE;
    for (var cue : lexicon.startingWith(Kind.NOUN, tree.lemma(noun))) {
      if (clause > verb && cue.takes(Complement.THAT)) {
        return contents.finding(
            new Match(cue, noun, noun, NONE),
            tree.first(clause),
            tree.last(clause),
            owner,
            Rule.NOUN);
      }
    }
    return finding;
  }

  private boolean hasThat(int noun) {
    int clause = tree.child(noun, "acl", "ccomp");
    return clause != NONE
        && "that".equals(tree.lower(tree.first(clause)))
        && tree.relation(tree.first(clause)).equals("mark");
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
