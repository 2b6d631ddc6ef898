package org.parley.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.entity.Mention;
import org.parley.stance.Operators.Kind;
import org.parley.stance.StanceEvidence.TargetKind;

/**
 * Carries a holder's sign from the word in a frame's target slot to the issues and entities that it
 * is about: through clauses ("wants to repeal the law"), nouns with a sign of their own ("calls for
 * an end to the war") and nouns that belong to somebody ("her plan").
 */
final class Projection {
  private static final int DEEPEST = 4;

  /** How sure it is that a stance on what belongs to somebody is one on him. */
  private static final double BELONGING = 0.75;

  /** How sure it is that who fears or hopes what an issue does is against it or for it. */
  private static final double UNKNOWN_DEED = 0.6;

  /** How sure it is that some of a group stand for it. */
  private static final double SOME = 0.6;

  /** How sure it is what "the idea" points back to. */
  private static final double DEIXIS = 0.65;

  private final FrameMatcher frames;
  private final Operators operators;
  private final IssueMatcher issues;
  private final Reading reading;
  private final Tree tree;
  private final OpenTargets open;

  Projection(
      FrameMatcher frames, Operators operators, IssueMatcher issues, Reading reading, Tree tree) {
    this.frames = frames;
    this.operators = operators;
    this.issues = issues;
    this.reading = reading;
    this.tree = tree;
    this.open = new OpenTargets(operators, reading, tree);
  }

  /**
   * A target reached.
   *
   * @param token the word that names it
   * @param sign what the frame's sign became on the way: 1, -1 or 0
   * @param confidence factor for the way
   * @param operators words that turned the sign
   */
  record Hit(
      String targetId,
      TargetKind kind,
      int token,
      double sign,
      double confidence,
      List<String> operators) {}

  /** The targets under a slot's filler. */
  List<Hit> targets(FrameMatcher.Match match, FrameMatcher.Filler filler) {
    var hits = new ArrayList<Hit>();
    var seen = new java.util.HashSet<Integer>(match.cue());
    seen.remove(filler.token());
    if (filler.slot().equals("clause")) {
      clause(filler.token(), filler.sign(), 1, List.of(), seen, 0, hits);
    } else {
      project(filler.token(), filler.sign(), 1, List.of(), seen, 0, hits);
    }
    if (hits.isEmpty() && filler.sign() < 0 && operators.is(Kind.FORCE, tree.lemma(match.node()))) {
      nation(filler.token(), filler.sign(), hits);
    }
    boolean known =
        hits.stream()
            .anyMatch(hit -> hit.kind() == TargetKind.ISSUE || hit.token() == filler.token());
    if (!known) {
      open.in(match, filler).ifPresent(hits::add);
    }
    return hits;
  }

  private void project(
      int token,
      double sign,
      double confidence,
      List<String> path,
      Set<Integer> seen,
      int depth,
      List<Hit> hits) {
    boolean medium =
        operators.is(Kind.MEDIUM, tree.lemma(token)) && tree.marker(token).equals("on");
    if (depth > DEEPEST || !seen.add(token) || medium || isExcepted(token)) {
      return;
    }
    boolean predicate =
        tree.isVerb(token)
            || !tree.children(token, "cop").isEmpty()
            || tree.relation(token).equals("ccomp")
            || tree.relation(token).equals("xcomp");
    if (predicate) {
      clause(token, sign, confidence, path, seen, depth, hits);
    } else {
      nominal(token, sign, confidence, path, seen, depth, hits);
    }
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

  private void clause(
      int verb,
      double sign,
      double confidence,
      List<String> path,
      Set<Integer> seen,
      int depth,
      List<Hit> hits) {
    boolean negated =
        tree.children(verb, "advmod").stream()
                .anyMatch(i -> operators.is(Kind.NEGATOR, tree.word(i)))
            || tree.children(verb, "nsubj", "nsubj:pass", "obj").stream()
                .flatMap(i -> tree.children(i, "det").stream())
                .anyMatch(i -> tree.word(i).equals("no"));
    if (negated && sign < 0) {
      // Against that something is not so: too roundabout to rely on.
      return;
    }
    double turned = negated ? -sign : sign;
    var operatorsHere = negated ? plus(path, "not") : path;
    var issue = issues.clause(reading, tree, verb, tree.surfaceSubjects(verb));
    if (issue.isPresent()) {
      var match = issue.get();
      add(match, verb, turned, confidence, operatorsHere, hits);
      return;
    }
    boolean found = false;
    for (FrameMatcher.Match match : frames.matches(tree, verb)) {
      if (match.frame().bySpeaker() && !match.frame().isEffect()) {
        continue;
      }
      boolean ofOthers = match.frame().part() == Frame.Part.VERB && !match.holders().isEmpty();
      for (FrameMatcher.Filler filler : match.fillers()) {
        if (ofOthers && filler.slot().equals("subj")) {
          // "fears that X will frighten Y": that is between X and Y.
          continue;
        }
        found = true;
        var way = filler.sign() < 0 ? plus(operatorsHere, tree.lemma(verb)) : operatorsHere;
        int before = hits.size();
        project(
            filler.token(), turned * filler.sign(), confidence * 0.95, way, seen, depth + 1, hits);
        issuesOnly(match, verb, hits, before);
      }
    }
    if (!found && operators.is(Kind.IMPLICATIVE, tree.lemma(verb))) {
      double value = operators.value(Kind.IMPLICATIVE, tree.lemma(verb), 1);
      var way = value < 0 ? plus(operatorsHere, tree.lemma(verb)) : operatorsHere;
      for (int complement : tree.children(verb, "xcomp")) {
        project(
            complement, turned * Math.signum(value), confidence * 0.95, way, seen, depth + 1, hits);
      }
    } else if (!found && !negated) {
      subject(verb, sign, confidence, path, hits);
    }
  }

  /** "fears that the law will become the rule": an issue that does something unknown. */
  private void subject(
      int verb, double sign, double confidence, List<String> path, List<Hit> hits) {
    for (int subject : tree.children(verb, "nsubj")) {
      if (tree.children(verb, "cop").isEmpty()) {
        issue(subject, sign, confidence * UNKNOWN_DEED, path, hits);
      }
    }
  }

  private void nominal(
      int token,
      double sign,
      double confidence,
      List<String> path,
      Set<Integer> seen,
      int depth,
      List<Hit> hits) {
    int gerund = gerund(token);
    if (gerund >= 0 && seen.add(gerund)) {
      for (FrameMatcher.Match match : frames.matches(tree, gerund, Frame.Part.VERB)) {
        for (Frame.Target target : match.frame().targets()) {
          if (target.slot().equals("obj") && target.sign() < 0) {
            seen.remove(token);
            var way = plus(path, tree.lemma(gerund));
            project(token, -sign, confidence * 0.95, way, seen, depth + 1, hits);
            return;
          }
        }
      }
    }
    int named = whole(token);
    var issue = issues.nominal(reading, tree, named);
    if (issue.isPresent()) {
      var match = issue.get();
      add(match, token, sign, confidence, path, hits);
      misplaced(token, sign, confidence, path, hits);
      return;
    }
    for (int child : tree.children(token, "acl")) {
      if (tree.tag(child).equals("VBG") && reading.mention(tree, token) != null) {
        clause(child, sign, confidence, path, seen, depth + 1, hits);
        return;
      }
    }
    var mention = reading.mention(tree, token);
    if (mention != null) {
      if (reading.acts(mention.entityId())) {
        hits.add(
            new Hit(
                mention.entityId(),
                TargetKind.ENTITY,
                token,
                sign,
                confidence * mention.confidence() * (isSomeOf(token, mention) ? SOME : 1),
                path));
      }
      return;
    }
    if (tree.word(token).equals("it") || tree.word(token).equals("this")) {
      antecedent(token, sign, confidence * DEIXIS, path, seen, depth, hits);
      return;
    }
    boolean found = false;
    for (FrameMatcher.Match match : frames.matches(tree, token)) {
      if (match.frame().bySpeaker() && !match.frame().isEffect()) {
        continue;
      }
      for (FrameMatcher.Filler filler : match.fillers()) {
        found = true;
        var way = filler.sign() < 0 ? plus(path, tree.lemma(token)) : path;
        project(filler.token(), sign * filler.sign(), confidence * 0.9, way, seen, depth + 1, hits);
      }
    }
    if (!found) {
      int before = hits.size();
      belonging(token, sign, confidence, path, seen, depth, hits);
      if (hits.size() == before) {
        within(token, sign, confidence, path, hits);
      }
      if (hits.size() == before) {
        deictic(token, sign, confidence, path, hits);
      }
    }
  }

  /**
   * To bring about or to end is said of issues; only to resign or fail is said of persons, but not
   * to stay somewhere or to stop something.
   */
  private void issuesOnly(FrameMatcher.Match match, int verb, List<Hit> hits, int from) {
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

  /** "support for a package of measures on X": the issue below a noun that says little. */
  private void within(
      int token, double sign, double confidence, List<String> path, List<Hit> hits) {
    boolean amount = tree.tag(token).equals("$") || tree.tag(token).equals("CD");
    for (int child : tree.children(token, "nmod")) {
      var marker = tree.marker(child);
      if (amount && Set.of("in", "for", "to").contains(marker)) {
        // "$5 billion in funding for the wall".
        issue(child, sign, confidence * 0.95, path, hits);
        within(child, sign, confidence * 0.95, path, hits);
      } else if (Set.of("of", "on", "for", "about", "over", "like", "including", "")
              .contains(marker)
          && reading.mention(tree, child) == null) {
        issue(child, sign, confidence * 0.8, path, hits);
      }
    }
  }

  /** "rejected the idea": what was last named in this sentence or the one before. */
  private void deictic(
      int token, double sign, double confidence, List<String> path, List<Hit> hits) {
    boolean points =
        tree.children(token, "det", "amod", "det:predet").stream()
            .anyMatch(
                i -> Set.of("the", "this", "that", "these", "such", "both").contains(tree.word(i)));
    boolean renames = tree.children(token, "acl").stream().anyMatch(i -> tree.tag(i).equals("VBN"));
    if (!operators.is(Kind.DEICTIC, tree.lemma(token))
        || !(points || renames)
        || !tree.children(token, "nmod").isEmpty()) {
      return;
    }
    int count = hits.size();
    for (int i = token - 1; i >= 0 && hits.size() == count; i--) {
      if (tree.isNoun(i)) {
        issue(i, sign, confidence * DEIXIS, path, hits);
      }
    }
    int sentence = tree.sentence().index();
    if (hits.size() == count && points && sentence > 0) {
      var before = reading.tree(sentence - 1);
      for (int i = before.size() - 1; i >= 0 && hits.size() == count; i--) {
        if (before.isNoun(i)) {
          var match = issues.nominal(reading, before, i);
          if (match.isPresent()) {
            add(match.get(), token, sign, confidence * DEIXIS, path, hits);
          }
        }
      }
    }
  }

  /** "would not vote on the bill, calling it ...": the thing last spoken of in the sentence. */
  private void antecedent(
      int pronoun,
      double sign,
      double confidence,
      List<String> path,
      Set<Integer> seen,
      int depth,
      List<Hit> hits) {
    for (int i = pronoun - 1; i >= 0; i--) {
      boolean thing = tree.tag(i).equals("NN") && reading.mention(tree, i) == null;
      if (thing && Set.of("obj", "obl", "nsubj", "nsubj:pass").contains(tree.relation(i))) {
        project(i, sign, confidence, path, seen, depth + 1, hits);
        return;
      }
    }
  }

  private void issue(int named, double sign, double confidence, List<String> path, List<Hit> hits) {
    issues
        .nominal(reading, tree, named)
        .ifPresent(match -> add(match, named, sign, confidence, path, hits));
  }

  private static void add(
      IssueMatcher.Match match,
      int token,
      double sign,
      double confidence,
      List<String> path,
      List<Hit> hits) {
    hits.add(
        new Hit(
            match.issue().targetId(),
            TargetKind.ISSUE,
            token,
            sign * match.sign(),
            confidence * match.confidence(),
            path));
  }

  /** Nouns that say nothing themselves: the idea of X, part of X; and X's plan, the X policy. */
  private void belonging(
      int token,
      double sign,
      double confidence,
      List<String> path,
      Set<Integer> seen,
      int depth,
      List<Hit> hits) {
    boolean transparent = operators.is(Kind.TRANSPARENT, tree.lemma(token));
    boolean delegate = operators.is(Kind.DELEGATE, tree.lemma(token));
    for (int child : tree.children(token, "nmod", "acl", "nmod:poss", "compound", "amod")) {
      String relation = tree.relation(child);
      String marker = tree.marker(child);
      if ((relation.equals("nmod") && transparent && Set.of("of", "for", "to").contains(marker))
          || (relation.equals("acl") && transparent && !tree.tag(child).equals("VBN"))) {
        project(child, sign, confidence * 0.95, path, seen, depth + 1, hits);
      } else if (relation.equals("nmod")
          && (marker.equals("of") || marker.equals("by"))
          && !delegate) {
        owner(child, sign, confidence * BELONGING, path, hits);
      } else if (relation.equals("nmod:poss") || relation.equals("compound") || delegate) {
        owner(child, sign, confidence * (delegate ? 0.85 : BELONGING), path, hits);
      }
    }
    // "a formula proposed by ...": what it renames is the target too.
    if (transparent && tree.relation(token).equals("appos")) {
      project(tree.head(token), sign, confidence * 0.9, path, seen, depth + 1, hits);
    }
  }

  private void owner(int token, double sign, double confidence, List<String> path, List<Hit> hits) {
    var mention = reading.mention(tree, token);
    if (mention != null && reading.acts(mention.entityId())) {
      hits.add(
          new Hit(
              mention.entityId(),
              TargetKind.ENTITY,
              token,
              sign,
              confidence * mention.confidence(),
              path));
    }
  }

  /** "Struck a Russian port": force against what is a nation's is used against the nation. */
  private void nation(int token, double sign, List<Hit> hits) {
    if (reading.mention(tree, token) == null) {
      for (int child : tree.children(token, "amod")) {
        owner(child, sign, BELONGING, List.of(), hits);
      }
    }
  }

  /** "sanctions on X and aid to Y": parsers join the aid to X; a full phrase is believed. */
  private void misplaced(
      int token, double sign, double confidence, List<String> path, List<Hit> hits) {
    for (int child : tree.children(token, "nmod")) {
      for (int other : tree.children(child, "conj")) {
        issues
            .nominal(reading, tree, other)
            .filter(match -> match.confidence() == 1)
            .ifPresent(match -> add(match, other, sign, confidence * 0.9, path, hits));
      }
    }
  }

  /** "for lifting sanctions": parsers make the gerund an attribute. Its token, or -1. */
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

  private static List<String> plus(List<String> path, String operator) {
    var longer = new ArrayList<>(path);
    longer.add(operator);
    return longer;
  }
}
