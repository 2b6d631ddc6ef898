package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.List;
import org.parley.quote.ReportingLexicon.Kind;

/** Finds reports whose source follows a preposition: "according to her". */
final class PrepositionFinder {
  private final TokenTree tree;
  private final ReportingLexicon lexicon;
  private final Sources sources;
  private final Contents contents;

  PrepositionFinder(TokenTree tree, ReportingLexicon lexicon, Sources sources, Contents contents) {
    this.tree = tree;
    this.lexicon = lexicon;
    this.sources = sources;
    this.contents = contents;
  }

  /** "according to", "in the words of": the source is the preposition's object. */
  Finding at(int i) {
    for (var cue : lexicon.startingWith(Kind.PREPOSITION, tree.lower(i))) {
      int last = i + cue.words().size() - 1;
      if (last >= tree.sentenceLast(i) || !matches(cue.words(), i)) {
        continue;
      }
      int head = tree.parsed(i) ? objectOf(i, last) : NONE;
      var source = head == NONE ? sources.phrases.at(last + 1) : sources.around(head, last);
      if (source == null) {
        continue;
      }
      source = new Source(Math.max(source.from(), last + 1), source.to(), source.head());
      int from = tree.sentenceFirst(i);
      int to = tree.sentenceLast(i);
      int clause = clauseOf(head == NONE ? i : head);
      if (clause != NONE) {
        from = tree.first(clause);
        to = tree.last(clause);
      }
      var content = contents.without(from, to, i, source.to());
      return content == null
          ? null
          : new Finding(
              contents.kind(content[0], content[1]),
              content[0],
              content[1],
              i,
              last,
              source,
              Rule.ACCORDING);
    }
    return null;
  }

  private boolean matches(List<String> words, int i) {
    for (int w = 0; w < words.size(); w++) {
      if (!tree.lower(i + w).equals(words.get(w))) {
        return false;
      }
    }
    return true;
  }

  /** The noun that a preposition at these tokens marks, or none. */
  private int objectOf(int first, int last) {
    for (int i : new int[] {first, last}) {
      int head = tree.head(i);
      if (head != NONE && head > last && tree.sameSentence(head, i) && !tree.quoted(head)) {
        return head;
      }
    }
    return NONE;
  }

  /** The clause that a phrase modifies: the nearest verb or root above it. */
  private int clauseOf(int i) {
    int at = tree.head(i);
    while (at != NONE
        && tree.head(at) != NONE
        && !tree.isVerb(at)
        && tree.child(at, "nsubj", "nsubj:pass", "cop") == NONE) {
      at = tree.head(at);
    }
    return at;
  }
}
