package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.List;

/**
 * Attributes quoted words that no cue introduces to the subject of the clause they are part of:
 * "The senator coined a phrase, 'undocumented neighbours'". Short quoted words count only where a
 * person or an organisation is the subject and they are part of what it does, not of where and
 * when.
 */
final class FragmentFinder {
  /** So many quoted words are no mere term, whoever is the subject. */
  private static final int LONG = 8;

  /** So many are no mere term behind a preposition. */
  private static final int MEDIUM = 4;

  private final TokenTree tree;
  private final Sources sources;

  FragmentFinder(TokenTree tree) {
    this.tree = tree;
    this.sources = new Sources(tree);
  }

  /** The quotation that the words are part of, or null. */
  Finding of(QuotedUnit unit, List<Finding> findings) {
    if (!tree.parsed(unit.from()) || Finding.anyOverlaps(findings, unit.from(), unit.to())) {
      return null;
    }
    int top = root(unit);
    int verb = top == NONE ? NONE : tree.head(top);
    while (verb != NONE && !tree.isVerb(verb)) {
      top = verb;
      verb = tree.head(verb);
    }
    if (verb == NONE || top < verb || tree.quoted(verb) || unit.isTitle(tree)) {
      return null;
    }
    int words = unit.words(tree);
    var source = sources.subject(verb);
    if (words < LONG && !(isActor(source) && fits(tree.relation(top), words))) {
      return null;
    }
    var content =
        tree.trim(Math.max(tree.first(top), verb + 1), Math.max(unit.to(), tree.last(top)));
    if (content != null) {
      content[0] = tree.quotationFirst(content[0], verb);
    }
    return content == null
        ? null
        : new Finding(
            content[0] == unit.from() && content[1] == unit.to()
                ? Quotation.Kind.DIRECT
                : Quotation.Kind.MIXED,
            content[0],
            content[1],
            verb,
            verb,
            source,
            Rule.FRAGMENT);
  }

  private static boolean fits(String relation, int words) {
    return switch (relation) {
      case "obj", "ccomp", "xcomp", "dep", "parataxis" -> true;
      case "obl", "advcl" -> words >= MEDIUM;
      default -> false;
    };
  }

  /** The word among the quoted ones that the rest of them depends on. */
  private int root(QuotedUnit unit) {
    for (int i = unit.from() + 1; i < unit.to(); i++) {
      int head = tree.head(i);
      boolean outside = head != NONE && (head < unit.from() || head > unit.to());
      if (outside && !tree.isPunctuation(i)) {
        return i;
      }
    }
    return NONE;
  }

  private boolean isActor(Source source) {
    if (source == null) {
      return false;
    }
    int head = source.head();
    return switch (tree.lower(head)) {
      case "he", "she", "they" -> true;
      default -> tree.isName(head) || tree.token(head).ner().matches("PERSON|ORGANIZATION");
    };
  }
}
