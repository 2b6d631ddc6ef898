package org.parley.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.quote.ReportingLexicon.Complement;
import org.parley.quote.ReportingLexicon.Kind;

/**
 * Speech inside speech: "The envoy said that the president told him ...". What a quotation holds is
 * its speaker's, attitudes and thoughts included; only that somebody else said something is a
 * quotation of its own inside it.
 */
final class Nesting {
  private static final int MIN_WORDS = 3;

  private static final Set<String> SPEECH = Set.of("speech", "writing");

  private final TokenTree tree;
  private final ReportingLexicon lexicon;
  private final SpeakerResolver speakers;

  Nesting(TokenTree tree, ReportingLexicon lexicon, SpeakerResolver speakers) {
    this.tree = tree;
    this.lexicon = lexicon;
    this.speakers = speakers;
  }

  /** Removes what stands inside a quotation and is not speech of another speaker. */
  void prune(List<Finding> findings) {
    var inner = new ArrayList<Finding>();
    for (var finding : findings) {
      var outer = outer(finding, findings);
      if (outer != null && !isSpeech(finding, outer)) {
        inner.add(finding);
      }
    }
    findings.removeAll(inner);
  }

  /** The smallest finding that a finding with its cue stands inside, or null. */
  Finding outer(Finding inner, List<Finding> findings) {
    Finding smallest = null;
    for (var outer : findings) {
      boolean around =
          outer.from() <= Math.min(inner.from(), inner.cue())
              && outer.to() >= Math.max(inner.to(), inner.cue())
              && (outer.cue() < outer.from() || outer.cue() > outer.to());
      if (around
          && (smallest == null || outer.to() - outer.from() < smallest.to() - smallest.from())) {
        smallest = outer;
      }
    }
    return smallest;
  }

  private boolean isSpeech(Finding inner, Finding outer) {
    return reports(inner)
        && holdsReports(outer)
        && inner.source() != null
        && !isSame(inner.source(), outer.source())
        && tree.words(inner.from(), inner.to()) >= MIN_WORDS
        && isSpeechCue(inner.cue());
  }

  private static boolean reports(Finding finding) {
    return switch (finding.rule()) {
      case CLAUSE, QUOTE_CUE, CUE_QUOTE, PARENTHETICAL, ACCORDING -> true;
      default -> false;
    };
  }

  private static boolean holdsReports(Finding finding) {
    return switch (finding.rule()) {
      case TURN, POST, BLOCK -> true;
      default -> reports(finding);
    };
  }

  /**
   * Whether two sources are the same: a pronoun in what somebody says is himself, unless it is
   * known to be another.
   */
  private boolean isSame(Source inner, Source outer) {
    if (outer != null && inner.head() >= outer.from() && inner.head() <= outer.to()) {
      return true;
    }
    var one = speakers.mention(inner);
    var other = outer == null ? null : speakers.mention(outer);
    if (one != null && other != null) {
      return one.entityId().equals(other.entityId());
    }
    return tree.pos(inner.head()).startsWith("PRP") || tree.pos(inner.head()).startsWith("W");
  }

  private boolean isSpeechCue(int cue) {
    return lexicon.startingWith(Kind.VERB, tree.lemma(cue)).stream()
            .anyMatch(
                word ->
                    SPEECH.contains(word.meaning())
                        && word.takes(Complement.QUOTE)
                        && word.takes(Complement.THAT))
        || !lexicon.startingWith(Kind.PREPOSITION, tree.lower(cue)).isEmpty();
  }
}
