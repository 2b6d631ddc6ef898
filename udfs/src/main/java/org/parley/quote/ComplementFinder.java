package org.parley.quote;

import static org.parley.quote.TokenTree.NONE;

import java.util.Set;
import org.parley.quote.CueFinder.Match;
import org.parley.quote.ReportingLexicon.Complement;
import org.parley.quote.ReportingLexicon.Cue;

/**
 * Finds reports whose content is a complement of a verb: "she said that ...", "she urged him to".
 */
final class ComplementFinder {
  /** What begins a phrase that belongs to an object rather than to the report. */
  private static final Set<String> ADJUNCTS =
      Set.of(
          "as", "for", "on", "of", "over", "against", "about", "from", "to", "because", "by", "if");

  private final TokenTree tree;
  private final CueFinder cues;
  private final Sources sources;
  private final Contents contents;
  private final MisreadClauses misreadClauses;

  ComplementFinder(TokenTree tree, CueFinder cues, Sources sources, Contents contents) {
    this.tree = tree;
    this.cues = cues;
    this.sources = sources;
    this.contents = contents;
    this.misreadClauses = new MisreadClauses(tree, sources, contents);
  }

  Finding complement(Match match) {
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
    int behind = match.cue().takes(Complement.PERSON) ? match.argument() : NONE;
    if (rule == null && behind != NONE) {
      rule = Rule.OBJECT;
      from = match.last() + 1;
      to = tree.last(behind);
    }
    if (rule == null || rule == Rule.OBJECT) {
      var misread = misreadClauses.behind(match, rule == null);
      if (misread != null || rule == null) {
        return misread;
      }
    }
    from = Math.max(from, verb + 1);
    if (isUnsaidQuestion(verb)) {
      return contents.finding(match, from, to, asker(verb), Rule.ASKED);
    }
    boolean clause = rule == Rule.CLAUSE || rule == Rule.QUESTION;
    var source = clause ? sources.speaker(verb) : sources.subject(verb);
    if (source == null && !clause) {
      return null;
    }
    if (match.argument() != NONE && from == match.last()) {
      from = match.last() + 1;
    }
    if (rule == Rule.OBJECT && match.cue().meaning().equals("evidence")) {
      // "Polls show her ahead": the whole predicate is what they say; others show things.
      if (source == null || !isEvidence(source)) {
        return null;
      }
      to = tree.lastBeforeConjunct(verb);
    } else if (rule == Rule.OBJECT || rule == Rule.NAMING) {
      to = withAdjuncts(verb, to);
    }
    int named = rule == Rule.NAMING ? tree.child(verb, "nsubj:pass") : NONE;
    if (named != NONE && named < verb && !tree.quoted(named) && isPlain(named)) {
      // "The plan is seen by many as a mistake": what is named stands in front.
      from = tree.first(named);
    }
    var cue = match;
    int together = wordsTogether(match);
    if (together < match.last()
        && "as".equals(tree.lower(match.last()))
        && !sources.subjects.isPassive(verb)) {
      // "described the plan as a mistake": what is named is part of the content.
      cue = new Match(match.cue(), verb, together, match.argument());
      from = together + 1;
      from += "to".equals(tree.lower(from)) || "of".equals(tree.lower(from)) ? 1 : 0;
    }
    return contents.finding(cue, from, to, source, rule);
  }

  private boolean isEvidence(Source source) {
    var noun = cues.noun(source.head());
    return noun != null && noun.meaning().equals("evidence");
  }

  private boolean isPlain(int subject) {
    return !tree.pos(subject).startsWith("W") && tree.child(subject, "acl:relcl") == NONE;
  }

  /** The last word of a cue that stands with its verb in one piece. */
  private int wordsTogether(Match match) {
    int last = match.verb();
    for (int w = 1; w < match.cue().words().size(); w++) {
      if (!tree.lower(last + 1).equals(match.cue().words().get(w))) {
        return last;
      }
      last++;
    }
    return last;
  }

  /** "is expected to say", "if she says": nobody has spoken. */
  boolean isUnreal(int verb) {
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

  /** The rule by which a dependent of a cue is content, or null. */
  private Rule rule(Match match, int child) {
    var cue = match.cue();
    boolean question = startsQuestion(child);
    return switch (tree.relation(child)) {
      case "ccomp" -> {
        if (question) {
          yield cue.takes(Complement.WH) || cue.takes(Complement.THAT) ? Rule.QUESTION : null;
        }
        if (tree.isInfinitive(child)) {
          yield cue.takes(Complement.OBJECT_TO)
              ? Rule.REQUEST
              : cue.takes(Complement.TO) ? Rule.INFINITIVE : clauseOrObject(cue);
        }
        yield cue.takes(Complement.THAT)
            ? Rule.CLAUSE
            : cue.takes(Complement.PREDICATE) ? Rule.NAMING : clauseOrObject(cue);
      }
      case "xcomp" -> {
        if (tree.isInfinitive(child)) {
          yield cue.takes(Complement.OBJECT_TO) && tree.child(match.verb(), "obj", "iobj") != NONE
              ? Rule.REQUEST
              : cue.takes(Complement.TO) ? Rule.INFINITIVE : null;
        }
        yield cue.takes(Complement.PREDICATE)
            ? Rule.NAMING
            : cue.takes(Complement.OBJECT) ? Rule.OBJECT : null;
      }
      case "obj", "iobj" -> {
        if (cue.takes(Complement.PERSON) && match.argument() != NONE) {
          yield null;
        }
        if (cue.takes(Complement.PREDICATE)) {
          yield Rule.NAMING;
        }
        if (cue.takes(Complement.OBJECT_TO) && hasInfinitive(match.verb())) {
          yield Rule.REQUEST;
        }
        yield cue.takes(Complement.OBJECT) ? Rule.OBJECT : null;
      }
      case "obl", "advcl" -> {
        if (question && tree.relation(child).equals("advcl") && isAsked(match, child)) {
          yield Rule.QUESTION;
        }
        if (child == match.argument()) {
          yield cue.takes(Complement.PREDICATE) ? Rule.NAMING : Rule.OBJECT;
        }
        yield null;
      }
      default -> null;
    };
  }

  /** What a clause is that fits no other complement: the parser saw its verb in a phrase. */
  private static Rule clauseOrObject(Cue cue) {
    return cue.takes(Complement.THAT)
        ? Rule.CLAUSE
        : cue.takes(Complement.OBJECT) ? Rule.OBJECT : null;
  }

  /** "asked (him) if ...": an indirect question that the parser took for a condition. */
  private boolean isAsked(Match match, int clause) {
    int object = tree.child(match.verb(), "obj", "iobj");
    int before = tree.first(clause) - 1;
    return match.cue().takes(Complement.WH)
        && match.cue().meaning().equals("question")
        && (before == match.verb()
            || isUnsaidQuestion(match.verb())
            || (object != NONE && before == tree.last(object)));
  }

  /** The end of an object with the phrases behind it that say why, what for or as what. */
  private int withAdjuncts(int verb, int object) {
    int to = object;
    for (int c : tree.children(verb)) {
      boolean next = c > to && tree.first(c) == to + 1;
      int mark = next ? tree.child(c, "case", "mark") : NONE;
      if (mark == to + 1 && belongs(mark) && !tree.isTime(c)) {
        to = tree.last(c);
      }
    }
    return to;
  }

  private boolean belongs(int preposition) {
    return ADJUNCTS.contains(tree.lower(preposition));
  }

  /** "(when) asked whether ...": a participle whose clause does not say who asks. */
  private boolean isUnsaidQuestion(int verb) {
    int before = verb - 1;
    return "ask".equals(tree.lemma(verb))
        && tree.child(verb, "nsubj", "nsubj:pass", "aux") == NONE
        && !tree.relation(verb).startsWith("conj")
        && (before < tree.sentenceFirst(verb)
            || "when".equals(tree.lower(before))
            || ",".equals(tree.token(before).word()));
  }

  private Source asker(int verb) {
    boolean by = verb + 2 < tree.size() && "by".equals(tree.lower(verb + 1));
    return by ? sources.phrases.at(verb + 2) : null;
  }

  private boolean hasInfinitive(int verb) {
    int clause = tree.child(verb, "xcomp", "ccomp");
    return clause != NONE && tree.isInfinitive(clause);
  }

  private boolean startsQuestion(int clause) {
    int first = tree.first(clause);
    return tree.pos(first).startsWith("W")
        || "whether".equals(tree.lower(first))
        || "if".equals(tree.lower(first));
  }

  /** A clause with "that" behind a verb in a sentence without a tree, or null. */
  Finding unparsed(int verb) {
    int next = verb + 1;
    var match = cues.verb(verb, Complement.THAT);
    if (match == null || next > tree.sentenceLast(verb) || !"that".equals(tree.lower(next))) {
      return null;
    }
    var source = sources.phrases.before(verb - 1, tree.sentenceFirst(verb));
    return source == null
        ? null
        : contents.finding(match, next, tree.sentenceLast(verb), source, Rule.CLAUSE);
  }
}
