package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.Set;
import org.parley.quote.ReportingLexicon.Complement;
import org.parley.quote.ReportingLexicon.Kind;

/**
 * Finds reports whose content is the clause around a few words that say whose it is: "As she noted,
 * ...", "in her view", "reportedly".
 */
final class AsideFinder {
  /** How many tokens "as" and its cue may be apart. */
  private static final int REACH = 25;

  /** How many tokens may stand between a cue and the end of its clause. */
  private static final int MAX_REST = 6;

  /** "As the day went on" tells nothing. */
  private static final Set<String> PARTICLES = Set.of("on");

  private final TokenTree tree;
  private final ReportingLexicon lexicon;
  private final CueFinder cues;
  private final Sources sources;
  private final Contents contents;

  AsideFinder(
      TokenTree tree,
      ReportingLexicon lexicon,
      CueFinder cues,
      Sources sources,
      Contents contents) {
    this.tree = tree;
    this.lexicon = lexicon;
    this.cues = cues;
    this.sources = sources;
    this.contents = contents;
  }

  /** The report that begins with this token, or null. */
  Finding at(int i) {
    return switch (tree.lower(i)) {
      case "as" -> asClause(i);
      case "in" -> inView(i);
      default -> tree.pos(i).startsWith("RB") ? adverb(i) : null;
    };
  }

  /** "As the mayor noted, ...", "..., as reported by the ministry". */
  private Finding asClause(int as) {
    int first = tree.sentenceFirst(as);
    boolean opens = as - first <= 1;
    if (!opens && !",".equals(tree.token(as - 1).word())) {
      return null;
    }
    int end = Math.min(tree.sentenceLast(as), as + REACH);
    for (int verb = as + 1; verb <= end && !tree.quoted(verb); verb++) {
      if (tells(verb)) {
        int last = endOfClause(verb);
        var source = last == NONE ? null : speaker(as, verb);
        return source == null ? null : around(as, verb, last, source, opens);
      }
      if (tree.isFinite(verb) && !tree.relation(verb).startsWith("aux")) {
        return null;
      }
    }
    return null;
  }

  private boolean tells(int verb) {
    var match = cues.verb(verb, Complement.QUOTE);
    return match != null
        && (match.cue().meaning().equals("speech") || match.cue().meaning().equals("writing"))
        && (match.cue().words().size() == 1 || match.last() <= verb + 1)
        && (match.cue().takes(Complement.THAT) || match.last() == verb + 1)
        && !PARTICLES.contains(tree.lower(match.last()));
  }

  private Source speaker(int as, int verb) {
    if (verb == as + 1) {
      boolean by = verb + 2 < tree.size() && "by".equals(tree.lower(verb + 1));
      return by ? sources.phrases.at(verb + 2) : null;
    }
    var source = sources.subject(verb);
    boolean inside = source != null && source.from() > as && source.head() < verb;
    return inside ? source : sources.phrases.before(verb - 1, as + 1);
  }

  /** The last token of the clause of a cue without content of its own, or none. */
  private int endOfClause(int verb) {
    int last = tree.sentenceLast(verb);
    for (int i = verb + 1; i <= Math.min(last, verb + MAX_REST); i++) {
      if (tree.isFinite(i) || tree.quoted(i)) {
        return NONE;
      }
      if (",".equals(tree.token(i).word()) || i == last) {
        return i;
      }
    }
    return NONE;
  }

  private Finding around(int as, int verb, int last, Source source, boolean opens) {
    int sentenceLast = tree.sentenceLast(as);
    var content =
        opens
            ? tree.trim(last + 1, sentenceLast)
            : contents.without(tree.sentenceFirst(as), sentenceLast, as, last);
    return content == null || tree.quoted(content[0]) || !hasFiniteVerb(content)
        ? null
        : finding(content, verb, verb, source, Rule.PARENTHETICAL);
  }

  /** "in the mayor's view", "in her words". */
  private Finding inView(int in) {
    int noun = tree.head(in);
    if (noun == NONE || noun <= in || tree.quoted(noun) || !tree.sameSentence(noun, in)) {
      return null;
    }
    int owner = tree.child(noun, "nmod:poss");
    boolean listed =
        lexicon.startingWith(Kind.POSSESSIVE, "in").stream()
            .anyMatch(cue -> cue.words().get(1).equals(tree.lower(noun)));
    if (!listed || owner == NONE || tree.quoted(owner)) {
      return null;
    }
    var content =
        contents.without(tree.sentenceFirst(in), tree.sentenceLast(in), in, tree.last(noun));
    return content == null || !hasFiniteVerb(content)
        ? null
        : finding(content, in, noun, sources.owner(owner), Rule.ACCORDING);
  }

  /** "reportedly": somebody says so, nobody is named. */
  private Finding adverb(int adverb) {
    int verb = tree.head(adverb);
    if (lexicon.single(Kind.ADVERB, tree.lower(adverb)) == null || verb == NONE) {
      return null;
    }
    int subject = tree.child(verb, "nsubj", "nsubj:pass");
    if (subject == NONE || tree.relation(verb).startsWith("acl") || tree.quoted(verb)) {
      return null;
    }
    var content = tree.trim(tree.first(subject), tree.last(verb));
    return content == null ? null : finding(content, adverb, adverb, null, Rule.ADVERB);
  }

  private Finding finding(int[] content, int cue, int cueLast, Source source, Rule rule) {
    return new Finding(
        contents.kind(content[0], content[1]), content[0], content[1], cue, cueLast, source, rule);
  }

  private boolean hasFiniteVerb(int[] content) {
    for (int i = content[0]; i <= content[1]; i++) {
      if (tree.isFinite(i)) {
        return true;
      }
    }
    return false;
  }
}
