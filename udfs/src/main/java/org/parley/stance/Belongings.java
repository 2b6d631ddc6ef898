package org.parley.stance;

import java.util.Set;
import org.parley.stance.Operators.Kind;

/**
 * Leads a sign from nouns that are no target themselves to those they belong to: "her plan", "the
 * Russian ports", "a package of sanctions".
 */
final class Belongings {
  /** How sure it is that a stance on what belongs to somebody is one on him. */
  private static final double BELONGING = 0.75;

  private static final double DELEGATE = 0.85;

  private final Projection projection;
  private final Operators operators;
  private final IssueMatcher issues;
  private final Reading reading;
  private final Tree tree;

  Belongings(
      Projection projection, Operators operators, IssueMatcher issues, Reading reading, Tree tree) {
    this.projection = projection;
    this.operators = operators;
    this.issues = issues;
    this.reading = reading;
    this.tree = tree;
  }

  /** Nouns that say nothing themselves: the idea of X, part of X; and X's plan, the X policy. */
  void of(int token, Way way, Reach reach) {
    boolean transparent = operators.is(Kind.TRANSPARENT, tree.lemma(token));
    boolean delegate = operators.is(Kind.DELEGATE, tree.lemma(token));
    for (int child : tree.children(token, "nmod", "acl", "nmod:poss", "compound", "amod")) {
      String relation = tree.relation(child);
      String marker = tree.marker(child);
      if ((relation.equals("nmod") && transparent && Set.of("of", "for", "to").contains(marker))
          || (relation.equals("acl") && transparent && !tree.tag(child).equals("VBN"))) {
        projection.project(child, way.surely(0.95).further(), reach);
      } else if (relation.equals("nmod")
          && (marker.equals("of") || marker.equals("by"))
          && !delegate) {
        reach.actor(child, way.surely(BELONGING));
      } else if (relation.equals("nmod:poss") || relation.equals("compound") || delegate) {
        reach.actor(child, way.surely(delegate ? DELEGATE : BELONGING));
      }
    }
    // "a formula proposed by ...": what it renames is the target too.
    if (transparent && tree.relation(token).equals("appos")) {
      projection.project(tree.head(token), way.surely(0.9).further(), reach);
    }
  }

  /** "Struck a Russian port": force against what is a nation's is used against the nation. */
  void nation(int token, Way way, Reach reach) {
    if (reading.mention(tree, token) == null) {
      tree.children(token, "amod").forEach(i -> reach.actor(i, way.surely(BELONGING)));
    }
  }

  /** "Support for a package of measures on X": the issue below a noun that says little. */
  void within(int token, Way way, Reach reach) {
    boolean amount = tree.tag(token).equals("$") || tree.tag(token).equals("CD");
    for (int child : tree.children(token, "nmod")) {
      var marker = tree.marker(child);
      if (amount && Set.of("in", "for", "to").contains(marker)) {
        // "$5 billion in funding for the wall".
        projection.issue(child, way.surely(0.95), reach);
        within(child, way.surely(0.95), reach);
      } else if (Set.of("of", "on", "for", "about", "over", "like", "including", "")
              .contains(marker)
          && reading.mention(tree, child) == null) {
        projection.issue(child, way.surely(0.8), reach);
      }
    }
  }

  /** "Sanctions on X and aid to Y": parsers join the aid to X; a full phrase is believed. */
  void misplaced(int token, Way way, Reach reach) {
    for (int child : tree.children(token, "nmod")) {
      for (int other : tree.children(child, "conj")) {
        issues
            .nominal(reading, tree, other)
            .filter(match -> match.confidence() == 1)
            .ifPresent(match -> reach.issue(match, other, way.surely(0.9)));
      }
    }
  }
}
