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
      if (tree.parsed(i)) {
        noun(i);
        adjective(i);
      }
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
        || verb == tree.sentenceFirst(verb)) {
      return null;
    }
    int sentenceFirst = tree.sentenceFirst(verb);
    int sentenceLast = tree.sentenceLast(verb);
    boolean inverted = isBreak(verb - 1) && verb < sentenceLast;
    boolean closing = inverted && closesSentence(verb);
    if (!closing && hasContentAfter(verb, cue, inverted)) {
      return null;
    }
    var subject = closing ? sources.phraseAt(verb + 1) : sources.subject(verb);
    var source = subject;
    if (inverted && (subject == null || subject.head() > verb)) {
      source = sources.described(sources.phraseAt(verb + 1));
      inverted = source != null && !startsPredicate(source.to() + 1);
      source =
          subject != null && source != null && subject.from() == source.from() ? subject : source;
    } else {
      inverted = false;
    }
    if (!inverted) {
      if (source == null || source.head() > verb || tree.pos(source.head()).startsWith("W")) {
        return null;
      }
    }
    int first = Math.min(verb, source.from());
    while (first > sentenceFirst && tree.pos(first - 1).startsWith("RB")) {
      first--;
    }
    if (first <= sentenceFirst || !isBreak(first - 1)) {
      return null;
    }
    int last = Math.max(verb, source.to());
    while (last < sentenceLast && !isBreak(last + 1) && tree.isUnder(last + 1, verb)) {
      last++;
    }
    // What follows an inverted source describes it.
    boolean atEnd =
        inverted || last >= sentenceLast || isStop(last + 1) || startsParticiple(last + 1);
    if (!atEnd && !isBreak(last + 1)) {
      return null;
    }
    var content = trim(sentenceFirst, atEnd ? first - 1 : sentenceLast);
    if (content == null || !isClause(content[0], content[1], verb)) {
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

  /**
   * Whether a verb without a subject before it and a phrase that is no time are the last words of a
   * sentence: ", said the people." Then the phrase is the subject, whatever the parser made of it.
   */
  private boolean closesSentence(int verb) {
    int own = tree.child(verb, "nsubj");
    var phrase = sources.phraseAt(verb + 1);
    return (own == NONE || own > verb)
        && phrase != null
        && (phrase.to() >= tree.sentenceLast(verb) || isStop(phrase.to() + 1))
        && switch (tree.token(phrase.head()).ner()) {
          case "DATE", "TIME", "DURATION", "SET" -> false;
          default -> true;
        };
  }

  /** Whether the phrase before a token is the subject of a verb there. */
  private boolean startsPredicate(int i) {
    return i < tree.size()
        && (tree.isFinite(i) || (tree.pos(i).equals("RB") && tree.isFinite(i + 1)));
  }

  /** ", adding that ...": what follows is another report. */
  private boolean startsParticiple(int i) {
    return isBreak(i) && i + 1 < tree.size() && tree.pos(i + 1).equals("VBG");
  }

  private boolean isStop(int i) {
    return switch (tree.token(i).word()) {
      case ".", ";", "?", "!" -> true;
      default -> false;
    };
  }

  /**
   * Whether the tokens hold a finite verb, and not only one under a conjunction at the beginning.
   */
  private boolean isClause(int from, int to, int cue) {
    boolean subordinate =
        tree.pos(from).equals("WRB")
            || (tree.pos(from).equals("IN") && tree.relation(from).equals("mark"));
    boolean comma = !subordinate;
    for (int i = from; i <= to; i++) {
      comma |= ",".equals(tree.token(i).word());
      if (comma && tree.isFinite(i) && i != cue) {
        return true;
      }
    }
    return false;
  }

  private boolean isBreak(int i) {
    return switch (tree.token(i).word()) {
      case ",", "-", "--", "\u2013", "\u2014" -> true;
      default -> false;
    };
  }

  private boolean hasContentAfter(int verb, Cue cue, boolean inverted) {
    for (int c : tree.children(verb)) {
      boolean content =
          switch (tree.relation(c)) {
            case "ccomp", "xcomp" -> true;
            case "obj" ->
                !inverted
                    && (tree.relation(verb).startsWith("acl") || !cue.takes(Complement.PERSON));
            default -> false;
          };
      if (content && c > verb) {
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
    int to = beforeConjunct(verb);
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
    var phrase = sources.phraseAt(from);
    boolean more = phrase == null || phrase.to() < to;
    return finite || (says && more) ? finding(match, from, to, source, Rule.CLAUSE) : null;
  }

  /** The last token under a verb before what is coordinated with it. */
  private int beforeConjunct(int verb) {
    int conjunct = tree.child(verb, "conj");
    int conjunction = tree.child(verb, "cc");
    int end = tree.last(verb);
    if (conjunct > verb) {
      end = Math.min(end, tree.first(conjunct) - 1);
    }
    return conjunction > verb ? Math.min(end, conjunction - 1) : end;
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
        if (cue.takes(Complement.OBJECT_TO) && hasInfinitive(match.verb())) {
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

  private boolean hasInfinitive(int verb) {
    int clause = tree.child(verb, "xcomp", "ccomp");
    return clause != NONE && isInfinitive(clause);
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

  /** "her warning that ...", "his criticism of ...". */
  private void noun(int i) {
    var cue = tree.isNoun(i) ? lexicon.single(Kind.NOUN, tree.lemma(i)) : null;
    int owner = tree.child(i, "nmod:poss");
    if (cue == null || owner == NONE || tree.quoted(owner) || "its".equals(tree.lower(owner))) {
      return;
    }
    int clause = tree.child(i, "acl", "ccomp");
    boolean reported =
        clause > i
            && (("that".equals(tree.lower(tree.first(clause))) && cue.takes(Complement.THAT))
                || (isInfinitive(clause) && cue.takes(Complement.TO)));
    int content = reported ? clause : cue.takes(Complement.OBJECT) ? tree.child(i, "nmod") : NONE;
    if (content > i) {
      int from = tree.first(content) + (tree.child(content, "case") == tree.first(content) ? 1 : 0);
      add(
          finding(
              new Match(cue, i, i, NONE),
              from,
              tree.last(content),
              sources.owner(owner),
              Rule.NOUN));
    }
  }

  /** "she is sure that ...". */
  private void adjective(int i) {
    boolean predicate = tree.pos(i).equals("JJ") || tree.pos(i).equals("VBN");
    var cue = predicate ? lexicon.single(Kind.ADJECTIVE, tree.lower(i)) : null;
    int subject = tree.child(i, "nsubj", "nsubj:pass");
    int content = tree.child(i, "ccomp");
    if (cue == null
        || subject == NONE
        || content <= i
        || tree.quoted(subject)
        || "it".equals(tree.lower(subject))) {
      return;
    }
    add(
        finding(
            new Match(cue, i, i, NONE),
            tree.first(content),
            tree.last(content),
            sources.around(subject, i),
            Rule.ADJECTIVE));
  }

  private void add(Finding finding) {
    if (finding != null) {
      findings.add(finding);
    }
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
    if (rule == Rule.CLAUSE) {
      end = clauseEnd(end);
    }
    var trimmed = trim(begin, beforeContrast(begin, beforeParticiple(begin, end)));
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

  /**
   * The end of a reported clause: the end of the sentence where what follows the clause is its own
   * verb, which the parser did not see, or ", and that ...".
   */
  private int clauseEnd(int to) {
    int last = tree.sentenceLast(to);
    int next = to + 1;
    if (next < last
        && (tree.isFinite(next) || (tree.pos(next).equals("RB") && tree.isFinite(next + 1)))) {
      return last;
    }
    if (next < last && ",".equals(tree.token(next).word())) {
      next++;
    }
    boolean more =
        next < last && tree.pos(next).equals("CC") && "that".equals(tree.lower(next + 1));
    return more ? last : to;
  }

  /** The end of the content: before ", while others say ..." if that stands in it. */
  private int beforeContrast(int from, int to) {
    for (int i = from + 2; i < to - 2; i++) {
      boolean joins =
          ",".equals(tree.token(i).word())
              && !tree.quoted(i)
              && (tree.pos(i + 1).equals("CC") || "while".equals(tree.lower(i + 1)));
      for (int v = i + 3; joins && v <= Math.min(to, i + 9); v++) {
        boolean reports = "say".equals(tree.lemma(v)) || "tell".equals(tree.lemma(v));
        if (reports && tree.isFinite(v) && !tree.quoted(v) && tree.child(v, "nsubj") > i) {
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
