package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.ArrayList;
import java.util.List;
import org.parley.quote.CueFinder.Match;
import org.parley.quote.ReportingLexicon.Complement;
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

  private Finding parenthetical(Match match) {
    int verb = match.verb();
    if (!match.cue().takes(Complement.THAT) && !match.cue().takes(Complement.QUOTE)) {
      return null;
    }
    int content = NONE;
    if (tree.relation(verb).equals("parataxis")) {
      content = tree.head(verb);
    } else if (tree.child(verb, "ccomp", "parataxis") != NONE) {
      int child = tree.child(verb, "ccomp", "parataxis");
      content = child < verb ? child : NONE;
    }
    if (content == NONE || !tree.isFinite(verb) || tree.child(verb, "ccomp") > verb) {
      return null;
    }
    var source = sources.subject(verb);
    if (source == null) {
      source = verb < tree.size() - 1 ? sources.phraseAt(verb + 1) : null;
    }
    if (source == null || !tree.sameSentence(source.head(), verb)) {
      return null;
    }
    int from = tree.first(content);
    int to = tree.last(content);
    int edgeFrom = Math.min(verb, source.from());
    int edgeTo = Math.max(verb, source.to());
    if (tree.relation(verb).equals("parataxis")) {
      edgeFrom = Math.min(edgeFrom, tree.first(verb));
      edgeTo = Math.max(edgeTo, tree.last(verb));
    }
    if (from >= edgeFrom) {
      from = edgeTo + 1;
    }
    if (to <= edgeTo) {
      to = edgeFrom - 1;
    }
    return finding(match, from, to, source, Rule.PARENTHETICAL);
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
      rule = rule == null || found.ordinal() < rule.ordinal() ? found : rule;
      from = from == NONE ? tree.first(c) : Math.min(from, tree.first(c));
      to = Math.max(to, tree.last(c));
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
        if (cue.takes(Complement.OBJECT_TO)
            && tree.child(match.verb(), "xcomp", "ccomp") != NONE) {
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
      if (from >= i) {
        from = source.to() + 1;
      }
      if (to <= source.to()) {
        to = i - 1;
      }
      var kind = kind(from, to);
      var trimmed = trim(from, to);
      if (trimmed != null) {
        findings.add(new Finding(kind, trimmed[0], trimmed[1], i, last, source, Rule.ACCORDING));
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
    var trimmed = trim(begin, end);
    if (trimmed == null) {
      return null;
    }
    return new Finding(
        kind(trimmed[0], trimmed[1]),
        trimmed[0],
        trimmed[1],
        match.verb(),
        match.last(),
        source,
        rule);
  }

  private Quotation.Kind kind(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (tree.quoted(i)) {
        return Quotation.Kind.MIXED;
      }
    }
    return Quotation.Kind.INDIRECT;
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
