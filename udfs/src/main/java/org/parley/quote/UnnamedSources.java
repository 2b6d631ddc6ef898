package org.parley.quote;

import java.util.Set;
import org.parley.quote.Quotation.SpeakerClass;

/**
 * Links short references to a source without a name to the phrase that introduced it: after "people
 * familiar with the matter said", "the people said" and "they said". Sees the sources of a text in
 * order.
 */
final class UnnamedSources {
  private static final Set<String> ONE =
      Set.of("person", "source", "official", "insider", "aide", "diplomat", "adviser", "advisor");

  private static final Set<String> MANY = Set.of("people", "persons", "sources", "insiders");

  private final TokenTree tree;
  private Source one;
  private Source many;
  private Source previous;

  UnnamedSources(TokenTree tree) {
    this.tree = tree;
  }

  /** Notes the source of a quotation, which may be null. */
  void spoke(Source source) {
    previous = source;
  }

  /**
   * The phrase that introduced a source: the source itself if it introduces one, or if none was
   * introduced that it can refer to.
   *
   * @param source a source that is no known entity
   * @param type what kind of source it seems to be
   */
  Source referent(Source source, SpeakerClass type) {
    String head = tree.lower(source.head());
    if ("they".equals(head)) {
      return many != null && previous != null && previous.head() == many.head() ? many : source;
    }
    boolean single = ONE.contains(head);
    if (!single && !MANY.contains(head)) {
      return source;
    }
    boolean definite =
        switch (tree.lower(source.from())) {
          case "the", "this", "that", "these", "those" -> true;
          default -> false;
        };
    if (definite && source.to() == source.from() + 1) {
      var introduced = single ? one : many;
      return introduced == null ? source : introduced;
    }
    if (!definite && type == SpeakerClass.ANONYMOUS) {
      var phrase = withoutAside(source);
      one = single ? phrase : one;
      many = single ? many : phrase;
    }
    return source;
  }

  /** Without what follows a comma, as in "people close to her, who asked not to be named". */
  private Source withoutAside(Source source) {
    int to = source.head();
    while (to < source.to() && !",".equals(tree.token(to + 1).word())) {
      to++;
    }
    return new Source(source.from(), to, source.head());
  }
}
