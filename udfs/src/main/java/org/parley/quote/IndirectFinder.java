package org.parley.quote;

import java.util.ArrayList;
import java.util.List;

/** Finds what is reported in the reporter's own words: clauses and phrases that a cue governs. */
final class IndirectFinder {
  private final TokenTree tree;
  private final CueFinder cues;
  private final ParentheticalFinder parentheticals;
  private final ComplementFinder complements;
  private final NominalFinder nominals;
  private final PrepositionFinder prepositions;
  private final AsideFinder asides;
  private final PassiveFinder passives;
  private final List<Finding> findings = new ArrayList<>();

  IndirectFinder(TokenTree tree, ReportingLexicon lexicon) {
    this.tree = tree;
    this.cues = new CueFinder(tree, lexicon);
    var sources = new Sources(tree);
    var contents = new Contents(tree, cues);
    this.parentheticals = new ParentheticalFinder(tree, sources, contents);
    this.complements = new ComplementFinder(tree, cues, sources, contents);
    this.nominals = new NominalFinder(tree, lexicon, sources, contents);
    this.asides = new AsideFinder(tree, lexicon, cues, sources, contents);
    this.passives = new PassiveFinder(tree, cues, sources, contents);
    this.prepositions = new PrepositionFinder(tree, lexicon, sources, contents);
  }

  /** All candidates outside quotation marks, in the order of their cues. */
  List<Finding> find() {
    for (int i = 0; i < tree.size(); i++) {
      if (tree.quoted(i)) {
        continue;
      }
      if (tree.isVerb(i)) {
        add(tree.parsed(i) ? verb(i) : complements.unparsed(i));
      }
      add(prepositions.at(i));
      if (tree.parsed(i)) {
        add(nominals.noun(i));
        add(nominals.adjective(i));
        add(asides.at(i));
      }
    }
    return findings;
  }

  private void add(Finding finding) {
    if (finding != null) {
      findings.add(finding);
    }
  }

  private Finding verb(int verb) {
    var matches = cues.verbs(verb);
    if (matches.isEmpty() || complements.isUnreal(verb)) {
      return null;
    }
    for (var match : matches) {
      var finding = parentheticals.parenthetical(match);
      if (finding == null) {
        finding = complements.complement(match);
      }
      if (finding == null) {
        finding = passives.of(match);
      }
      if (finding != null) {
        return finding;
      }
    }
    return null;
  }
}
