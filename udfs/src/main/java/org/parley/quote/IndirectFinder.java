package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.ArrayList;
import java.util.List;
import org.parley.quote.CueFinder.Match;
import org.parley.quote.ReportingLexicon.Complement;
import org.parley.quote.ReportingLexicon.Cue;
import org.parley.quote.ReportingLexicon.Kind;

/** Finds what is reported in the reporter's own words: clauses and phrases that a cue governs. */
final class IndirectFinder {
  private final TokenTree tree;
  private final ReportingLexicon lexicon;
  private final CueFinder cues;
  private final Sources sources;
  private final List<Finding> findings = new ArrayList<>();

  IndirectFinder(TokenTree tree, ReportingLexicon lexicon) {
    this.tree = tree;
    this.lexicon = lexicon;
    this.cues = new CueFinder(tree, lexicon);
    this.sources = new Sources(tree);
  }

  /** All candidates outside quotation marks, in the order of their cues. */
  List<Finding> find() {
    for (int i = 0; i < tree.size(); i++) {
      if (tree.quoted(i)) {
        continue;
      }
      if (tree.isVerb(i)) {
        verb(i);
      }
      prepositional(i);
    }
    return findings;
  }

  private void verb(int verb) {
    if (!tree.parsed(verb)) {
      unparsed(verb);
      return;
    }
    for (Match match : cues.verbs(verb)) {
      if (isUnreal(verb)) {
        return;
      }
      var finding = parenthetical(match);
      if (finding == null) {
        finding = complement(match);
      }
      if (finding != null) {
        findings.add(finding);
        return;
      }
    }
  }

  /** "is expected to say", "if she says": nobody has spoken. */
  private boolean isUnreal(int verb) {
    int mark = tree.child(verb, "mark");
    if (mark != NONE && tree.relation(verb).startsWith("advcl") && "if".equals(tree.lower(mark))) {
      return true;
    }
    int governor = tree.head(verb);
    return tree.relation(verb).equals("xcomp")
        && governor != NONE
        && switch (tree.lemma(governor)) {
          case "expect", "likely", "suppose", "schedule", "set", "unlikely" -> true;
          default -> false;
        };
  }

  /** "..., she said", "..., said the mayor, ...": the clause before it, or all around it. */
  private Finding parenthetical(Match match) {
    int verb = match.verb();
    var cue = match.cue();
    if (!cue.takes(Complement.THAT)
        || !cue.takes(Complement.QUOTE)
        || cue.words().size() > 1
        || !tree.isFinite(verb)
        || hasContentAfter(verb, cue)) {
      return null;
    }
    var source = sources.subject(verb);
    if (source == null || source.head() > verb) {
      var inverted =
          source == null && verb < tree.sentenceLast(verb) ? sources.phraseAt(verb + 1) : source;
      source = inverted;
    }
    if (source == null || !tree.sameSentence(source.head(), verb)) {
      return null;
    }
    int first = Math.min(verb, source.from());
    int last = Math.max(verb, source.to());
    while (first > tree.sentenceFirst(verb) && tree.pos(first - 1).startsWith("RB")) {
      first--;
    }
    if (first <= tree.sentenceFirst(verb) || !isBreak(first - 1)) {
      return null;
    }
    while (last < tree.sentenceLast(verb) && !isBreak(last + 1) && tree.isUnder(last + 1, verb)) {
      last++;
    }
    int from = tree.sentenceFirst(verb);
    boolean atEnd = last >= tree.sentenceLast(verb) || ".".equals(tree.token(last + 1).word());
    if (!atEnd && !isBreak(last + 1)) {
      return null;
    }
    var content = trim(from, atEnd ? first - 1 : tree.sentenceLast(verb));
    if (content == null || isSubordinate(content[0]) || !hasFinite(content[0], content[1], verb)) {
      return null;
    }
    return new Finding(
        kind(content[0], content[1]),
        content[0],
        content[1],
        verb,
        match.last(),
        source,
        Rule.PARENTHETICAL);
  }

  /** Whether a sentence begins with a clause or participle that needs another clause. */
  private boolean isSubordinate(int first) {
    return switch (tree.pos(first)) {
      case "WRB", "VBG", "VBN", "TO" -> true;
      case "IN" -> tree.relation(first).equals("mark");
      default -> false;
    };
  }

  private boolean isBreak(int i) {
    return switch (tree.token(i).word()) {
      case ",", "-", "--", "\u2013", "\u2014" -> true;
      default -> false;
    };
  }

  private boolean hasContentAfter(int verb, Cue cue) {
    for (int c : tree.children(verb)) {
      boolean content =
          switch (tree.relation(c)) {
            case "ccomp", "xcomp" -> true;
            case "obj" -> tree.relation(verb).startsWith("acl") || !cue.takes(Complement.PERSON);
            default -> false;
          };
      if (content && c > verb) {
        return true;
      }
    }
    return false;
  }

  private boolean hasFinite(int from, int to, int cue) {
    for (int i = from; i <= to; i++) {
      if (tree.isFinite(i) && i != cue) {
        return true;
      }
    }
    return false;
  }

  private Finding complement(Match match) {
    int verb = match.verb();
    int from = NONE;
    int to = NONE;
    Rule rule = null;
    for (int c : tree.children(verb)) {
      if (c < verb) {
        continue;
      }
      var found = rule(match, c);
      if (found == null) {
        continue;
      }
      rule = rule == null || found.compareTo(rule) < 0 ? found : rule;
      from = from == NONE ? tree.first(c) : Math.min(from, tree.first(c));
      to = Math.max(to, tree.last(c));
    }
    if (rule == null && isSpeech(match)) {
      return loose(match);
    }
    if (rule == null) {
      return null;
    }
    from = Math.max(from, verb + 1);
    var source = sources.subject(verb);
    if (source == null) {
      return null;
    }
    if (match.argument() != NONE && from == match.last()) {
      from = match.last() + 1;
    }
    return finding(match, from, to, source, rule);
  }

  private static boolean isSpeech(Match match) {
    var cue = match.cue();
    return cue.takes(Complement.THAT) && cue.takes(Complement.QUOTE) && cue.words().size() == 1;
  }

  /** What follows a verb of speech where the parser saw no clause in it, if a verb is in it. */
  private Finding loose(Match match) {
    int verb = match.verb();
    int from = NONE;
    for (int c : tree.children(verb)) {
      boolean content =
          switch (tree.relation(c)) {
            case "nsubj", "xcomp", "dep" -> true;
            case "obj" -> !match.cue().takes(Complement.PERSON);
            default -> false;
          };
      if (c > verb && content) {
        from = tree.first(c);
        break;
      }
    }
    int to = tree.last(verb);
    boolean says = "say".equals(tree.lemma(verb)) && tree.isFinite(verb);
    if (says && (from <= verb || tree.head(verb) != NONE) && startsClause(verb + 1)) {
      from = verb + 1;
      to = tree.sentenceLast(verb);
    }
    var source = sources.subject(verb);
    if (from <= verb || source == null || source.head() > verb) {
      return null;
    }
    boolean finite = false;
    for (int i = from; i <= to; i++) {
      finite |= tree.isFinite(i);
    }
    return finite || says ? finding(match, from, to, source, Rule.CLAUSE) : null;
  }

  /** Whether a clause without "that" can begin at a token. */
  private boolean startsClause(int i) {
    if (i > tree.sentenceLast(i - 1) || tree.quoted(i)) {
      return false;
    }
    return switch (tree.pos(i)) {
      case "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "EX" -> true;
      default -> "that".equals(tree.lower(i));
    };
  }

  /** The rule by which a dependent of a cue is content, or null. */
  private Rule rule(Match match, int child) {
    var cue = match.cue();
    boolean question = startsQuestion(child);
    return switch (tree.relation(child)) {
      case "ccomp" -> {
        if (question) {
          yield cue.takes(Complement.WH) || cue.takes(Complement.THAT) ? Rule.QUESTION : null;
        }
        if (isInfinitive(child)) {
          yield cue.takes(Complement.OBJECT_TO)
              ? Rule.REQUEST
              : cue.takes(Complement.TO) ? Rule.INFINITIVE : null;
        }
        yield cue.takes(Complement.THAT)
            ? Rule.CLAUSE
            : cue.takes(Complement.PREDICATE) ? Rule.NAMING : null;
      }
      case "xcomp" -> {
        if (isInfinitive(child)) {
          yield cue.takes(Complement.OBJECT_TO) && tree.child(match.verb(), "obj", "iobj") != NONE
              ? Rule.REQUEST
              : cue.takes(Complement.TO) ? Rule.INFINITIVE : null;
        }
        yield cue.takes(Complement.PREDICATE)
            ? Rule.NAMING
            : cue.takes(Complement.OBJECT) ? Rule.OBJECT : null;
      }
      case "obj", "iobj" -> {
        if (cue.takes(Complement.PREDICATE)) {
          yield Rule.NAMING;
        }
        if (cue.takes(Complement.OBJECT_TO) && tree.child(match.verb(), "xcomp", "ccomp") != NONE) {
          yield Rule.REQUEST;
        }
        yield cue.takes(Complement.OBJECT) ? Rule.OBJECT : null;
      }
      case "obl", "advcl" -> {
        if (child == match.argument()) {
          yield cue.takes(Complement.PREDICATE) ? Rule.NAMING : Rule.OBJECT;
        }
        yield null;
      }
      default -> null;
    };
  }

  private boolean isInfinitive(int verb) {
    int mark = tree.child(verb, "mark");
    return mark != NONE && "to".equals(tree.lower(mark));
  }

  private boolean startsQuestion(int clause) {
    int first = tree.first(clause);
    return tree.pos(first).startsWith("W")
        || "whether".equals(tree.lower(first))
        || "if".equals(tree.lower(first));
  }

  private void unparsed(int verb) {
    int next = verb + 1;
    var match = cues.verb(verb, Complement.THAT);
    if (match == null || next > tree.sentenceLast(verb) || !"that".equals(tree.lower(next))) {
      return;
    }
    var source = sources.phraseBefore(verb - 1, tree.sentenceFirst(verb));
    if (source != null) {
      var finding = finding(match, next, tree.sentenceLast(verb), source, Rule.CLAUSE);
      if (finding != null) {
        findings.add(finding);
      }
    }
  }

  /** "according to", "in the words of": the source is the preposition's object. */
  private void prepositional(int i) {
    for (var cue : lexicon.startingWith(Kind.PREPOSITION, tree.lower(i))) {
      int last = i + cue.words().size() - 1;
      if (last >= tree.sentenceLast(i) || !matches(cue.words(), i)) {
        continue;
      }
      int head = tree.parsed(i) ? objectOf(i, last) : NONE;
      var source = head == NONE ? sources.phraseAt(last + 1) : sources.around(head, last);
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
      var content = without(from, to, i, source.to());
      if (content != null) {
        findings.add(
            new Finding(
                kind(content[0], content[1]),
                content[0],
                content[1],
                i,
                last,
                source,
                Rule.ACCORDING));
      }
      return;
    }
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

  private Finding finding(Match match, int from, int to, Source source, Rule rule) {
    int begin = from;
    int end = to;
    // A source in front of or behind the content is not part of it.
    if (source.from() >= begin && source.to() <= end) {
      if (source.from() - begin <= 1) {
        begin = source.to() + 1;
      } else if (end - source.to() <= 1) {
        end = source.from() - 1;
      }
    }
    var trimmed = trim(begin, beforeParticiple(begin, end));
    if (trimmed == null) {
      return null;
    }
    trimmed[1] = withQuotation(trimmed[1]);
    return new Finding(
        kind(trimmed[0], trimmed[1]),
        trimmed[0],
        trimmed[1],
        match.verb(),
        match.last(),
        source,
        rule);
  }

  /** The end of the content: before ", saying ..." if that stands in it. */
  private int beforeParticiple(int from, int to) {
    for (int i = from + 1; i < to - 1; i++) {
      if (",".equals(tree.token(i).word()) && !tree.quoted(i)) {
        int next = tree.pos(i + 1).startsWith("RB") ? i + 2 : i + 1;
        if (tree.pos(next).equals("VBG") && cues.verb(next, Complement.THAT) != null) {
          return i - 1;
        }
      }
    }
    return to;
  }

  /** The end of the content with the whole of a quotation that it reaches into. */
  private int withQuotation(int to) {
    int end = to;
    while (tree.quoted(to) && end + 1 < tree.size() && tree.span(end + 1) == tree.span(to)) {
      end++;
    }
    return end;
  }

  private Quotation.Kind kind(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (tree.quoted(i)) {
        return Quotation.Kind.MIXED;
      }
    }
    return Quotation.Kind.INDIRECT;
  }

  /**
   * What is left of a clause without the words that name its source: before them, behind them, or
   * around them where they stand in its middle. Null if nothing is left.
   */
  private int[] without(int from, int to, int first, int last) {
    var whole = trim(from, to);
    if (whole == null) {
      return null;
    }
    if (whole[0] >= first) {
      return trim(last + 1, to);
    }
    return whole[1] <= last ? trim(from, first - 1) : whole;
  }

  /** Without punctuation at its ends; null if nothing is left. */
  private int[] trim(int from, int to) {
    int first = from;
    int last = to;
    while (first <= last && tree.isPunctuation(first) && !tree.quoted(first)) {
      first++;
    }
    while (last >= first && tree.isPunctuation(last) && !tree.quoted(last)) {
      last--;
    }
    return first > last ? null : new int[] {first, last};
  }
}
