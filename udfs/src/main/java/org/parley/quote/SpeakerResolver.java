package org.parley.quote;

import java.util.Set;
import org.parley.entity.Mention;
import org.parley.entity.Resolution;
import org.parley.quote.Quotation.SpeakerClass;

/** Says what kind of source a phrase names, and which entity it is. */
final class SpeakerResolver {
  /** Words that say no more of a source than that somebody spoke. */
  static final Set<String> ANONYMOUS =
      Set.of("source", "sources", "insider", "insiders", "person", "people", "someone", "somebody");

  private static final Set<String> INDEFINITE = Set.of("a", "an", "one", "another");

  private final TokenTree tree;

  /** The longest mention around each token, the first of them if there is a tie. */
  private final Mention[] mentions;

  SpeakerResolver(TokenTree tree, Resolution resolution) {
    this.tree = tree;
    this.mentions = new Mention[tree.size()];
    int first = 0;
    for (var mention : resolution.mentions()) {
      while (first < tree.size() && tree.token(first).begin() < mention.begin()) {
        first++;
      }
      for (int i = first; i < tree.size() && tree.token(i).end() <= mention.end(); i++) {
        if (mentions[i] == null || length(mentions[i]) < length(mention)) {
          mentions[i] = mention;
        }
      }
    }
  }

  private static int length(Mention mention) {
    return mention.end() - mention.begin();
  }

  /**
   * The mention that names the source: at its head, or at the name in apposition to it, as in "the
   * envoy, Ana Silva"; null if there is none.
   */
  Mention mention(Source source) {
    var named = mentions[source.head()];
    int name = tree.child(source.head(), "appos");
    if (named == null && name > source.head() && name <= source.to()) {
      named = mentions[name];
    }
    return named;
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
        determiner != TokenTree.NONE && INDEFINITE.contains(tree.lower(determiner));
    if (tree.pos(head).equals("NNS")
        || tree.pos(head).equals("CD")
        || tree.pos(head).startsWith("DT")) {
      return SpeakerClass.GROUP;
    }
    return indefinite ? SpeakerClass.ANONYMOUS : SpeakerClass.ROLE;
  }
}
