package org.parley.stance;

import java.util.List;
import java.util.Set;
import org.parley.entity.Mention;
import org.parley.stance.Operators.Kind;
import org.parley.stance.StanceEvidence.TargetKind;

/**
 * Carries a holder's sign from the word in a frame's target slot to the issues and entities that it
 * is about: through clauses ("wants to repeal the law"), nouns with a sign of their own ("calls for
 * an end to the war") and nouns that belong to somebody ({@link Belongings}).
 */
final class Projection {
  private static final int DEEPEST = 4;

  private static final Set<String> POINTING = Set.of("it", "this", "that", "they", "these");

  /** How sure it is that who fears or hopes what an issue does is against it or for it. */
  private static final double UNKNOWN_DEED = 0.6;

  /** How sure it is that some of a group stand for it. */
  private static final double SOME = 0.6;

  private final FrameMatcher frames;
  private final Operators operators;
  private final IssueMatcher issues;
  private final Reading reading;
  private final Tree tree;
  private final OpenTargets open;
  private final Belongings belongings;
  private final Pointers pointers;

  Projection(
      FrameMatcher frames, Lexicon lexicon, IssueMatcher issues, Reading reading, Tree tree) {
    this.frames = frames;
    this.operators = lexicon.operators();
    this.issues = issues;
    this.reading = reading;
    this.tree = tree;
    this.open = new OpenTargets(lexicon, reading, tree);
    this.belongings = new Belongings(this, operators, issues, reading, tree);
    this.pointers = new Pointers(operators, issues, reading, tree);
  }

  /** The targets under a slot's filler. */
  List<Reach.Hit> targets(FrameMatcher.Match match, FrameMatcher.Filler filler) {
    var reach = new Reach(reading, tree, match.cue());
    reach.leave(filler.token());
    var way = Way.from(filler.sign());
    if (filler.slot().equals("clause")) {
      clause(filler.token(), way, reach);
    } else {
      project(filler.token(), way, reach);
    }
    if (match.frame().isAct()
        && operators.is(Kind.HUMAN, tree.lemma(filler.token()))
        && !operators.is(Kind.DELEGATE, tree.lemma(filler.token()))) {
      // "Jailed a U.S. student": that is done to the student, not to his country.
      reach.hits().removeIf(hit -> isCountry(hit) && isAttribute(hit.token(), filler.token()));
    }
    boolean force = filler.sign() < 0 && operators.is(Kind.FORCE, tree.lemma(match.node()));
    if (force && reach.hits().isEmpty()) {
      belongings.nation(filler.token(), way, reach);
    }
    boolean known =
        reach.hits().stream()
            .anyMatch(hit -> hit.kind() == TargetKind.ISSUE || hit.token() == filler.token());
    if (!known) {
      open.in(match, meant(filler)).ifPresent(reach::add);
    }
    return reach.hits();
  }

  /** What a pronoun in a slot points to, in its place. */
  private FrameMatcher.Filler meant(FrameMatcher.Filler filler) {
    int thing = isPointing(filler.token()) ? pointers.thing(filler.token()) : -1;
    return thing < 0 ? filler : new FrameMatcher.Filler(thing, filler.sign(), filler.slot());
  }

  private boolean isPointing(int token) {
    return POINTING.contains(tree.word(token)) && reading.mention(tree, token) == null;
  }

  /** Leads a sign on from a word. */
  void project(int token, Way way, Reach reach) {
    boolean medium =
        operators.is(Kind.MEDIUM, tree.lemma(token)) && tree.marker(token).equals("on");
    if (way.steps() > DEEPEST || !reach.enter(token) || medium || isExcepted(token)) {
      return;
    }
    boolean predicate =
        tree.isVerb(token)
            || !tree.children(token, "cop").isEmpty()
            || tree.relation(token).equals("ccomp")
            || tree.relation(token).equals("xcomp");
    if (predicate) {
      clause(token, way, reach);
    } else {
      nominal(token, way, reach);
    }
  }

  /** Adds the issue that a noun names, if it names one. */
  void issue(int noun, Way way, Reach reach) {
    issues.nominal(reading, tree, noun).ifPresent(match -> reach.issue(match, noun, way));
  }

  /** "fell in line not behind X but behind Y": X is not meant. */
  private boolean isExcepted(int token) {
    return !tree.isVerb(token)
        && tree.children(token, "advmod", "cc", "cc:preconj").stream()
            .anyMatch(
                i ->
                    i < token
                        && tree.word(i).equals("not")
                        && !Set.of("only", "just", "simply", "merely").contains(tree.word(i + 1)));
  }

  private void clause(int verb, Way way, Reach reach) {
    boolean negated = isNegated(verb);
    if (negated && way.sign() < 0) {
      // Against that something is not so: too roundabout to rely on.
      return;
    }
    var here = negated ? way.with(-way.sign()).past("not") : way;
    var issue = issues.clause(reading, tree, verb, tree.surfaceSubjects(verb));
    if (issue.isPresent()) {
      reach.issue(issue.get(), verb, here);
      return;
    }
    boolean found = false;
    for (FrameMatcher.Match match : frames.matches(tree, verb)) {
      boolean ofOthers = match.frame().part() == Frame.Part.VERB && !match.holders().isEmpty();
      for (FrameMatcher.Filler filler : carried(match)) {
        if (ofOthers && filler.slot().equals("subj")) {
          // "fears that X will frighten Y": that is between X and Y.
          continue;
        }
        found = true;
        int before = reach.hits().size();
        project(filler.token(), through(verb, filler.sign(), here).surely(0.95).further(), reach);
        issuesOnly(match, verb, reach.hits(), before);
      }
    }
    if (!found && operators.is(Kind.IMPLICATIVE, tree.lemma(verb))) {
      double value = operators.value(Kind.IMPLICATIVE, tree.lemma(verb), 1);
      var on = through(verb, Math.signum(value), here).surely(0.95).further();
      tree.children(verb, "xcomp").forEach(complement -> project(complement, on, reach));
    } else if (!found && !negated) {
      subject(verb, way, reach);
    }
  }

  private boolean isNegated(int verb) {
    return tree.children(verb, "advmod").stream()
            .anyMatch(i -> operators.is(Kind.NEGATOR, tree.word(i)))
        || tree.children(verb, "nsubj", "nsubj:pass", "obj").stream()
            .flatMap(i -> tree.children(i, "det").stream())
            .anyMatch(i -> tree.word(i).equals("no"));
  }

  /**
   * The targets through which a frame carries a sign: of judgements none, who utters them holds.
   */
  private static List<FrameMatcher.Filler> carried(FrameMatcher.Match match) {
    boolean judges = match.frame().bySpeaker() && !match.frame().isEffect();
    return judges ? List.of() : match.fillers();
  }

  /** The way through a word with a sign of its own, which is kept in mind where it turns. */
  private Way through(int word, double sign, Way way) {
    var on = way.with(way.sign() * sign);
    return sign < 0 ? on.past(tree.lemma(word)) : on;
  }

  /** "fears that the law will become the rule": an issue that does something unknown. */
  private void subject(int verb, Way way, Reach reach) {
    for (int subject : tree.children(verb, "nsubj")) {
      if (tree.children(verb, "cop").isEmpty()) {
        issue(subject, way.surely(UNKNOWN_DEED), reach);
      }
    }
  }

  private void nominal(int token, Way way, Reach reach) {
    if (undone(token, way, reach)) {
      return;
    }
    var issue = issues.nominal(reading, tree, whole(token));
    if (issue.isPresent()) {
      reach.issue(issue.get(), token, way);
      belongings.misplaced(token, way, reach);
      return;
    }
    var mention = reading.mention(tree, token);
    if (mention != null) {
      for (int child : tree.children(token, "acl")) {
        if (tree.tag(child).equals("VBG")) {
          clause(child, way.further(), reach);
          return;
        }
      }
      if (reading.acts(mention.entityId())) {
        reach.actor(mention, token, isSomeOf(token, mention) ? way.surely(SOME) : way);
      }
      return;
    }
    if (isPointing(token)) {
      int thing = pointers.thing(token);
      if (thing >= 0) {
        project(thing, pointers.back(way).further(), reach);
      }
      return;
    }
    boolean found = false;
    for (FrameMatcher.Match match : frames.matches(tree, token)) {
      for (FrameMatcher.Filler filler : carried(match)) {
        found = true;
        int before = reach.hits().size();
        project(filler.token(), through(token, filler.sign(), way).surely(0.9).further(), reach);
        if (filler.slot().equals("from")) {
          // "The withdrawal of troops from X" is not against X.
          reach.hits().subList(before, reach.hits().size()).removeIf(hit -> isCountry(hit));
        }
      }
    }
    if (!found) {
      int before = reach.hits().size();
      belongings.of(token, way, reach);
      if (reach.hits().size() == before) {
        belongings.within(token, way, reach);
      }
      if (reach.hits().size() == before) {
        pointers.idea(token, way, reach);
      }
    }
  }

  private boolean isAttribute(int word, int noun) {
    return tree.head(word) == noun && tree.relation(word).matches("compound|amod");
  }

  private static boolean isCountry(Reach.Hit hit) {
    return hit.targetId().startsWith("gpe:");
  }

  /** "for lifting sanctions": parsers make the gerund an attribute; whether there is one. */
  private boolean undone(int token, Way way, Reach reach) {
    int gerund = gerund(token);
    if (gerund < 0 || !reach.enter(gerund)) {
      return false;
    }
    for (FrameMatcher.Match match : frames.matches(tree, gerund, Frame.Part.VERB)) {
      for (Frame.Target target : match.frame().targets()) {
        if (target.slot().equals("obj") && target.sign() < 0) {
          reach.leave(token);
          project(token, through(gerund, target.sign(), way).surely(0.95).further(), reach);
          return true;
        }
      }
    }
    return false;
  }

  /**
   * To bring about or to end is said of issues; only to resign or fail is said of persons, but not
   * to stay somewhere or to stop something.
   */
  private void issuesOnly(FrameMatcher.Match match, int verb, List<Reach.Hit> hits, int from) {
    boolean ofSubject =
        match.frame().targets().stream().allMatch(target -> target.slot().equals("subj"));
    boolean lasting = match.frame().targets().stream().anyMatch(target -> target.sign() > 0);
    boolean more =
        !tree.children(verb, "obj", "xcomp").isEmpty()
            || (lasting && !tree.children(verb, "obl").isEmpty());
    if (match.frame().isEffect()) {
      hits.subList(from, hits.size())
          .removeIf(
              hit ->
                  hit.kind() == TargetKind.ENTITY
                      && (!ofSubject || more || (lasting && !hit.targetId().startsWith("per:"))));
    }
  }

  /** "Americans who want ...": those among them. */
  private boolean isSomeOf(int token, Mention mention) {
    return !mention.entityId().startsWith("per:")
        && tree.children(token, "acl:relcl").stream()
            .anyMatch(
                clause ->
                    token + 1 < tree.size()
                        && Set.of("who", "that").contains(tree.word(token + 1)));
  }

  /** The gerund right before a noun, or -1. */
  private int gerund(int token) {
    for (int child : tree.children(token, "amod")) {
      boolean first =
          child > 0
              && (tree.tag(child - 1).equals("IN")
                  || tree.tag(child - 1).equals("TO")
                  || tree.isVerb(child - 1));
      if (tree.tag(child).equals("VBG") && first) {
        return child;
      }
    }
    return -1;
  }

  /** "membership for X, which is ruled out": parsers hang the clause on X, the whole is meant. */
  private int whole(int token) {
    boolean described = !tree.children(token, "acl:relcl").isEmpty();
    int head = tree.head(token);
    if (described
        && head >= 0
        && tree.relation(token).equals("nmod")
        && issues.nominal(reading, tree, head).isPresent()) {
      return head;
    }
    return token;
  }
}
