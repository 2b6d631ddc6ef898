package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

/** Reads noun phrases off the words and their tags, whatever the tree says. */
final class Phrases {
  private final TokenTree tree;

  Phrases(TokenTree tree) {
    this.tree = tree;
  }

  /** The noun phrase that begins at a token, by tags alone, or null. */
  Source at(int from) {
    int to = from - 1;
    int head = NONE;
    for (int i = from; i < tree.size() && tree.sameSentence(i, from) && !tree.quoted(i); i++) {
      if (!isPhrasePart(i, head)) {
        break;
      }
      if (tree.isNoun(i)
          || tree.isName(i)
          || tree.pos(i).equals("PRP")
          || tree.pos(i).equals("WP")
          || (head == NONE && tree.pos(i).equals("CD"))) {
        head = i;
      }
      to = i;
      if (tree.pos(i).equals("PRP")) {
        break;
      }
    }
    return head == NONE || isTime(head) ? null : trimmed(from, Math.max(head, to), head);
  }

  /** The noun phrase right behind a verb, with a participle in front: "said retired judge Lund". */
  Source behind(int verb) {
    int from = verb + 1;
    var phrase = from < tree.size() ? at(from) : null;
    boolean participle =
        phrase == null
            && from + 1 < tree.size()
            && (tree.pos(from).equals("VBN") || tree.pos(from).equals("VBG"))
            && tree.sameSentence(from, from + 1);
    var rest = participle ? at(from + 1) : null;
    return rest == null ? phrase : new Source(from, rest.to(), rest.head());
  }

  /** A phrase with the description between commas that follows it: "Lund, a former soldier". */
  Source described(Source source) {
    if (source == null || source.to() + 2 > tree.sentenceLast(source.to())) {
      return source;
    }
    int comma = source.to() + 1;
    boolean describes =
        switch (tree.pos(comma + 1)) {
          case "DT", "NN", "JJ", "WP", "CD", "PRP$" -> ",".equals(tree.token(comma).word());
          default -> false;
        };
    int to = comma + 1;
    while (describes && to <= tree.sentenceLast(comma) && !isEnd(to)) {
      describes = !tree.isFinite(to) || tree.pos(comma + 1).equals("WP");
      to++;
    }
    return describes ? trimmed(source.from(), to - 1, source.head()) : source;
  }

  private boolean isEnd(int i) {
    return tree.quoted(i) || ",".equals(tree.token(i).word()) || ".".equals(tree.token(i).word());
  }

  /** The noun phrase that ends at a token, by tags alone, or null. */
  Source before(int to, int limit) {
    int from = to + 1;
    int head = NONE;
    for (int i = to; i >= limit && tree.sameSentence(i, to) && !tree.quoted(i); i--) {
      if (!isPhrasePart(i, head)) {
        break;
      }
      if (head == NONE
          && (tree.isNoun(i)
              || tree.isName(i)
              || tree.pos(i).startsWith("PRP")
              || tree.pos(i).equals("WP"))) {
        head = i;
      }
      from = i;
    }
    return head == NONE || isTime(head) ? null : trimmed(from, to, head);
  }

  private boolean isPhrasePart(int i, int head) {
    return switch (tree.pos(i)) {
      case "DT",
          "PRP",
          "PRP$",
          "NN",
          "NNS",
          "NNP",
          "NNPS",
          "JJ",
          "JJR",
          "JJS",
          "CD",
          "POS",
          "WP",
          "FW" ->
          true;
      case "IN" -> head != NONE && ("of".equals(tree.lower(i)) || "for".equals(tree.lower(i)));
      case "HYPH", "-LRB-", "-RRB-" -> true;
      case "CC" -> head != NONE && "&".equals(tree.token(i).word());
      default -> tree.isName(i);
    };
  }

  /** Whether a noun is when something was said, not who said it. */
  boolean isTime(int head) {
    return tree.isTime(head) && tree.token(head).ner().equals("O");
  }

  /** A phrase without punctuation and conjunctions at its ends. */
  Source trimmed(int first, int end, int head) {
    int from = first;
    int to = end;
    while (to > head
        && ((tree.isPunctuation(to) && !closesBracket(from, to)) || tree.pos(to).equals("CC"))) {
      to--;
    }
    while (from < head && tree.isPunctuation(from)) {
      from++;
    }
    return new Source(from, to, head);
  }

  private boolean closesBracket(int from, int to) {
    return tree.pos(to).equals("-RRB-") && tree.text(from, to).contains("(");
  }
}
