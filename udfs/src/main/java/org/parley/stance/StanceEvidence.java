package org.parley.stance;

import java.util.List;
import java.util.Locale;

/**
 * One place in a text which shows that a holder is for or against a target.
 *
 * @param sentence index of its sentence
 * @param holderId the entity that holds the stance
 * @param targetId an entity id; an issue id such as {@code issue:nato_membership_ukraine}; or an
 *     open target by its words, such as {@code open:expulsion_us_diplomats}
 * @param targetKind which of these
 * @param targetText the words that name the target
 * @param polarity 1 for, -1 against, 0 explicitly undecided
 * @param score polarity times strength, from -1 to 1
 * @param confidence how likely holder, target and polarity are right, from 0 to 1
 * @param channel how the text shows it
 * @param time whether it holds now
 * @param conditional whether it depends on a condition
 * @param frame id of the lexicon row that matched, e.g. {@code reject.v}
 * @param operators what changed the frame's own polarity, innermost first, e.g. {@code not}, {@code
 *     refuse}
 * @param sourceChain who says so, outermost first; entity ids or source texts
 * @param begin offset of the evidence in the text
 * @param end offset after it
 * @param evidence the characters from begin to end
 */
public record StanceEvidence(
    int sentence,
    String holderId,
    String targetId,
    TargetKind targetKind,
    String targetText,
    int polarity,
    double score,
    double confidence,
    Channel channel,
    Time time,
    boolean conditional,
    String frame,
    List<String> operators,
    List<String> sourceChain,
    int begin,
    int end,
    String evidence) {
  public StanceEvidence {
    operators = List.copyOf(operators);
    sourceChain = List.copyOf(sourceChain);
  }

  /** The same with another confidence. */
  public StanceEvidence withConfidence(double other) {
    return new StanceEvidence(
        sentence,
        holderId,
        targetId,
        targetKind,
        targetText,
        polarity,
        score,
        other,
        channel,
        time,
        conditional,
        frame,
        operators,
        sourceChain,
        begin,
        end,
        evidence);
  }

  /** What a stance is about. */
  public enum TargetKind {
    ENTITY,
    ISSUE,
    /** A matter that is none of the issues, named by its own words. */
    OPEN;

    /** The name as it stands in the tables: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a text shows a stance. */
  public enum Channel {
    /** In the holder's own words. */
    DIRECT,
    /** In a report of what the holder said or thinks. */
    INDIRECT,
    /** By what the holder did. */
    ACT,
    /** In somebody else's words. */
    THIRD_PARTY,
    /** By implication only. */
    INFERRED;

    /** The name as it stands in the tables: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** When a stance holds, seen from the day of the article. */
  public enum Time {
    PAST,
    NOW,
    FUTURE;

    /** The name as it stands in the tables: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
