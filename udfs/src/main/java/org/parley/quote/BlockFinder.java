package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.ArrayList;
import java.util.List;
import org.parley.quote.ReportingLexicon.Complement;

/**
 * Finds words without marks that are paragraphs of their own: posts with the name and handle of
 * whoever wrote them, and what a paragraph that ends with a colon announces ("She wrote on her
 * page:").
 */
final class BlockFinder {
  private static final int MIN_WORDS = 4;

  /** How many paragraphs a post or a block may have. */
  private static final int MAX_PARAGRAPHS = 8;

  private final TokenTree tree;
  private final Paragraphs paragraphs;
  private final CueFinder cues;
  private final Sources sources;
  private final List<Finding> findings = new ArrayList<>();

  /** The last token of the last post. */
  private int taken = NONE;

  BlockFinder(TokenTree tree, Paragraphs paragraphs, CueFinder cues) {
    this.tree = tree;
    this.paragraphs = paragraphs;
    this.cues = cues;
    this.sources = new Sources(tree);
  }

  /** All of them in order, but none in a turn of a transcript. */
  List<Finding> find(List<Finding> turns) {
    for (int p = 0; p < paragraphs.size(); p++) {
      for (int i = paragraphs.first(p); i <= paragraphs.last(p); i++) {
        if (isHandle(i)) {
          post(p, i);
        }
      }
    }
    for (int p = 0; p + 1 < paragraphs.size(); p++) {
      if (paragraphs.announces(p)) {
        block(p);
      }
    }
    findings.removeIf(finding -> Finding.anyOverlaps(turns, finding.from(), finding.to()));
    return findings;
  }

  private boolean isHandle(int i) {
    return i > 0
        && tree.token(i).word().startsWith("@")
        && tree.token(i).word().length() > 1
        && isOpening(i - 1)
        && i + 1 < tree.size();
  }

  private boolean isOpening(int i) {
    return switch (tree.token(i).word()) {
      case "(", "-LRB-" -> true;
      default -> false;
    };
  }

  /** The post in front of "— Ana Silva (@anasilva) May 4, 2019", or behind "Ana Silva (@...)". */
  private void post(int p, int handle) {
    int first = Math.max(paragraphs.first(p), taken + 1);
    int from = handle - 2;
    while (from >= first && !isDash(from) && handle - from < 12) {
      from--;
    }
    if (from >= first && isDash(from)) {
      signed(p, from, handle, first);
    } else if (from < first && first == paragraphs.first(p)) {
      headed(p, handle, first);
    }
  }

  private void signed(int p, int dash, int handle, int first) {
    int begin = first;
    if (begin == dash) {
      begin = p > 0 && paragraphs.isStory(p - 1) ? paragraphs.first(p - 1) : dash;
    }
    // Up to the paragraph that announces the post, if there is one close by.
    for (int q = p - 1; q >= Math.max(0, p - MAX_PARAGRAPHS); q--) {
      if (paragraphs.last(q) <= taken || !paragraphs.isStory(q) || isQuoted(q)) {
        break;
      }
      if (paragraphs.announces(q)) {
        begin = paragraphs.first(q + 1);
        break;
      }
    }
    add(withoutMarkup(Math.max(begin, taken + 1)), dash - 1, dash, dash + 1, handle + 1);
    taken = dashed(p, handle);
  }

  /** Whether a paragraph that announces nothing has words in marks: it is no part of a post. */
  private boolean isQuoted(int p) {
    return !paragraphs.announces(p)
        && (tree.quoted(paragraphs.first(p)) || tree.quoted(paragraphs.last(p)));
  }

  private void headed(int p, int handle, int first) {
    if (handle + 2 <= paragraphs.last(p) && tree.isName(first)) {
      add(handle + 2, paragraphs.last(p), NONE, first, handle + 1);
      taken = paragraphs.last(p);
    }
  }

  private void add(int from, int to, int cue, int name, int nameEnd) {
    boolean enough = from <= to && tree.words(from, to) >= MIN_WORDS && name < nameEnd - 2;
    var content = enough ? tree.trim(from, to) : null;
    if (content != null) {
      int head = nameEnd - 3;
      findings.add(
          new Finding(
              Quotation.Kind.DIRECT,
              content[0],
              to,
              cue,
              cue,
              new Source(name, nameEnd, head),
              Rule.POST));
    }
  }

  /** The last token of the date behind a handle. */
  private int dashed(int p, int handle) {
    int last = handle + 1;
    while (last < paragraphs.last(p)
        && last < handle + 6
        && (tree.isTime(last + 1)
            || tree.isPunctuation(last + 1)
            || tree.pos(last + 1).equals("CD"))) {
      last++;
    }
    return last;
  }

  private int withoutMarkup(int from) {
    int i = from;
    while (i + 1 < tree.size() && tree.token(i).word().startsWith("<")) {
      i++;
    }
    return i;
  }

  private boolean isDash(int i) {
    return switch (tree.token(i).word()) {
      case "-", "--", "\u2013", "\u2014" -> true;
      default -> false;
    };
  }

  /** What the paragraph behind one that ends with a colon holds, if the colon follows a report. */
  private void block(int p) {
    int next = p + 1;
    int from = paragraphs.first(next);
    if (!paragraphs.isStory(next)
        || tree.quoted(from)
        || !Character.isUpperCase(tree.token(from).word().charAt(0))
        || tree.words(from, paragraphs.last(next)) < MIN_WORDS
        || paragraphs.announces(next)
        || isListed(next)
        || Finding.anyOverlaps(findings, from, paragraphs.last(next))) {
      return;
    }
    int colon = paragraphs.last(p);
    int cue = cueBefore(colon);
    var source = cue == NONE ? null : sources.subject(cue);
    if (source == null || isReader(source)) {
      return;
    }
    int end = next;
    while (end + 1 < paragraphs.size() && end - next < MAX_PARAGRAPHS && goesOn(end + 1)) {
      end++;
    }
    findings.add(
        new Finding(
            Quotation.Kind.DIRECT, from, paragraphs.last(end), cue, cue, source, Rule.BLOCK));
  }

  /** "You might sum it up so:" */
  private boolean isReader(Source source) {
    return "you".equals(tree.lower(source.head()));
  }

  /** The verb of saying or writing in front of a colon that has no content of its own, or none. */
  private int cueBefore(int colon) {
    for (int i = colon - 1; i >= tree.sentenceFirst(colon) && !tree.quoted(i); i--) {
      var match = cues.verb(i, Complement.QUOTE);
      if (match != null && !tree.relation(i).equals("amod") && !reportsItself(i)) {
        return switch (match.cue().meaning()) {
          case "speech", "writing", "manner", "question" -> i;
          default -> NONE;
        };
      }
      if (tree.isFinite(i) && !tree.relation(i).startsWith("aux")) {
        return NONE;
      }
    }
    return NONE;
  }

  private boolean reportsItself(int cue) {
    int clause = tree.child(cue, "ccomp", "xcomp");
    return clause > cue;
  }

  /** "1. More money": whether a paragraph is one of a list. */
  private boolean isListed(int p) {
    int first = paragraphs.first(p);
    return tree.pos(first).equals("CD")
        || tree.pos(first).equals("LS")
        || tree.isPunctuation(first);
  }

  /** Whether a paragraph behind a block is still the words of who wrote it: it says I or we. */
  private boolean goesOn(int p) {
    if (!paragraphs.isStory(p) || paragraphs.announces(p)) {
      return false;
    }
    boolean personal = false;
    for (int i = paragraphs.first(p); i <= paragraphs.last(p); i++) {
      if (tree.quoted(i)) {
        return false;
      }
      personal |=
          switch (tree.lower(i)) {
            case "i", "we", "my", "our" -> true;
            default -> false;
          };
    }
    return personal;
  }
}
