package org.parley.stance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the issue that a noun phrase or a clause is about. */
final class IssueMatcher {
  private static final Set<String> APART =
      Set.of("acl:relcl", "appos", "parataxis", "conj", "advcl", "punct");

  /** How sure a match is whose argument stands elsewhere in the sentence, or only in the text. */
  private static final double NEARBY = 0.9;

  private static final int NEAR = 8;

  private static final double PROMINENT = 0.8;

  private final Issues issues;

  IssueMatcher(Issues issues) {
    this.issues = issues;
  }

  /**
   * An issue found.
   *
   * @param sign -1 where the words name its opposite
   * @param confidence from 0 to 1
   */
  record Match(Issue issue, int sign, double confidence) {}

  /** The issue that the noun phrase around a head noun names. */
  Optional<Match> nominal(Reading reading, Tree tree, int head) {
    List<Integer> phrase = tree.subtree(head, APART);
    Match best = null;
    for (Issue issue : issues.issues()) {
      if (!fits(reading, issue)) {
        continue;
      }
      var match = nominal(reading, tree, head, phrase, issue);
      if (match != null && (best == null || match.confidence() > best.confidence())) {
        best = match;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean fits(Reading reading, Issue issue) {
    return issue.context().isEmpty() || issue.context().stream().anyMatch(reading::speaksOf);
  }

  private static Match nominal(
      Reading reading, Tree tree, int head, List<Integer> phrase, Issue issue) {
    int from = phrase.get(0);
    int to = phrase.get(phrase.size() - 1);
    if (issue.exclude().stream().anyMatch(words -> occurs(tree, from, to, words))) {
      return null;
    }
    if (issue.opposites().stream().anyMatch(words -> occursAround(tree, phrase, head, words))) {
      return new Match(issue, -1, 1);
    }
    if (issue.seeds().stream().anyMatch(words -> occursAround(tree, phrase, head, words))) {
      return new Match(issue, 1, 1);
    }
    if (issue.heads().stream().noneMatch(words -> endsAt(tree, head, words))) {
      return null;
    }
    double confidence = 1;
    for (List<String> argument : issue.arguments()) {
      confidence = Math.min(confidence, argument(reading, tree, phrase, argument));
    }
    return confidence > 0 ? new Match(issue, 1, confidence) : null;
  }

  private static double argument(
      Reading reading, Tree tree, List<Integer> phrase, List<String> alternatives) {
    double best = 0;
    for (String alternative : alternatives) {
      if (phrase.stream().anyMatch(i -> reading.matches(tree, i, alternative))) {
        return 1;
      }
      int head = phrase.get(phrase.size() - 1);
      for (int i = 0; i < tree.size(); i++) {
        if (reading.matches(tree, i, alternative)) {
          best = Math.max(best, i > head && i < head + NEAR ? NEARBY : PROMINENT);
        }
      }
      if (reading.isProminent(alternative)) {
        best = Math.max(best, PROMINENT);
      }
    }
    return best;
  }

  /** The issue that a clause names, by its verb, subject and the rest. */
  Optional<Match> clause(Reading reading, Tree tree, int verb, List<Integer> subjects) {
    for (Issue issue : issues.issues()) {
      if (!fits(reading, issue)) {
        continue;
      }
      for (Issue.VerbFrame frame : issue.verbs()) {
        if (frame.verb().stream().anyMatch(words -> isVerb(tree, verb, words))) {
          double subject = subject(reading, tree, subjects, frame.subject());
          boolean object =
              frame.object().isEmpty()
                  || frame.object().stream()
                      .anyMatch(
                          words ->
                              tree
                                  .subtree(verb, Set.of("nsubj", "nsubj:pass", "acl:relcl"))
                                  .stream()
                                  .anyMatch(i -> reading.matches(tree, i, words)));
          if (subject > 0
              && object
              && issue.exclude().stream()
                  .noneMatch(words -> occurs(tree, 0, tree.size() - 1, words))) {
            return Optional.of(new Match(issue, frame.sign(), subject));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static double subject(
      Reading reading, Tree tree, List<Integer> subjects, List<String> alternatives) {
    if (alternatives.isEmpty()) {
      return 1;
    }
    for (int subject : subjects) {
      for (int i : tree.subtree(subject, Set.of("acl:relcl", "acl", "appos"))) {
        if (alternatives.stream().anyMatch(words -> reading.matches(tree, i, words))) {
          return 1;
        }
      }
    }
    return subjects.isEmpty() && alternatives.stream().anyMatch(reading::isProminent)
        ? PROMINENT
        : 0;
  }

  private static boolean isVerb(Tree tree, int verb, String words) {
    String[] parts = words.split(" ", -1);
    return parts[0].equals(tree.lemma(verb))
        && Arrays.stream(parts)
            .skip(1)
            .allMatch(
                part ->
                    tree.children(verb).stream().anyMatch(child -> tree.word(child).equals(part)));
  }

  private static boolean endsAt(Tree tree, int head, String words) {
    int length = words.split(" ", -1).length;
    return Reading.phraseAt(tree, head - length + 1, words);
  }

  private static boolean occurs(Tree tree, int from, int to, String words) {
    for (int i = from; i <= to; i++) {
      if (Reading.phraseAt(tree, i, words.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a phrase lies in the noun phrase and its head word in the phrase. */
  private static boolean occursAround(Tree tree, List<Integer> phrase, int head, String words) {
    int length = words.split(" ", -1).length;
    for (int i : phrase) {
      if (i <= head && head < i + length && Reading.phraseAt(tree, i, words)) {
        return true;
      }
    }
    return false;
  }
}
