package org.parley.quote;

import java.util.List;
import java.util.Set;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;
import org.parley.quote.Quotation.SpeakerClass;

/** Says what kind of source a phrase names, and which entity it is. */
final class SpeakerResolver {
  private static final Set<String> ANONYMOUS =
      Set.of("source", "sources", "insider", "insiders", "person", "people", "someone", "somebody");

  private final TokenTree tree;
  private final Resolution resolution;

  SpeakerResolver(TokenTree tree, Resolution resolution) {
    this.tree = tree;
    this.resolution = resolution;
  }

  /** The mention that names the source, or null. */
  Mention mention(Source source) {
    var head = tree.token(source.head());
    Mention best = null;
    for (var mention : mentions()) {
      if (mention.begin() <= head.begin()
          && mention.end() >= head.end()
          && (best == null || mention.end() - mention.begin() > best.end() - best.begin())) {
        best = mention;
      }
    }
    return best;
  }

  private List<Mention> mentions() {
    return resolution.mentions();
  }

  /** What kind of source it is. */
  SpeakerClass classOf(Source source) {
    if (source == null) {
      return SpeakerClass.UNKNOWN;
    }
    int head = source.head();
    boolean named = false;
    for (int i = source.from(); i <= source.to(); i++) {
      named |= tree.pos(i).startsWith("NNP") && (i == head || tree.head(i) == head);
    }
    String word = tree.lower(head);
    if (ANONYMOUS.contains(word)) {
      return SpeakerClass.ANONYMOUS;
    }
    if (named && (tree.pos(head).startsWith("NNP") || !tree.token(head).ner().equals("O"))) {
      return SpeakerClass.NAMED;
    }
    if (tree.pos(head).equals("PRP") || tree.pos(head).startsWith("W")) {
      return SpeakerClass.UNKNOWN;
    }
    int determiner = tree.child(head, "det");
    boolean indefinite =
        determiner != TokenTree.NONE
            && Set.of("a", "an", "one", "another").contains(tree.lower(determiner));
    if (tree.pos(head).equals("NNS")
        || tree.pos(head).equals("CD")
        || tree.pos(head).startsWith("DT")) {
      return SpeakerClass.GROUP;
    }
    return indefinite ? SpeakerClass.ANONYMOUS : SpeakerClass.ROLE;
  }
}
