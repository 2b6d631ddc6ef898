package org.parley.jobs.resolve;

import java.util.List;
import java.util.Set;
import org.parley.entity.Mention;
import org.parley.nlp.AnnotatedText;
import org.parley.quote.Quotation;
import org.parley.text.Section;

/** Whose words a mention stands in: the narrator's, those of a quotation, or a caption. */
final class Voices {
  /**
   * Attributions of an attitude ("endorsed X", "called him Y", "wants to Z"): not somebody's words.
   */
  private static final Set<String> NOT_WORDS = Set.of("object", "naming", "infinitive", "passive");

  private final AnnotatedText text;
  private final List<Quotation> quotations;

  Voices(AnnotatedText text, List<Quotation> quotations) {
    this.text = text;
    this.quotations =
        quotations.stream()
            .filter(quotation -> !quotation.isNested() && !NOT_WORDS.contains(quotation.rule()))
            .toList();
  }

  /**
   * Where a mention stands.
   *
   * @param voice narrator, quote or caption
   * @param quoteIndex the innermost quotation around it, or null
   */
  record Place(String voice, Integer quoteIndex) {}

  Place of(Mention mention) {
    Quotation innermost = null;
    for (Quotation quotation : quotations) {
      if (quotation.begin() <= mention.begin()
          && mention.end() <= quotation.end()
          && !isSpeaker(quotation, mention)
          && (innermost == null || length(quotation) < length(innermost))) {
        innermost = quotation;
      }
    }
    if (innermost != null) {
      return new Place("quote", innermost.index());
    }
    var section = text.sentences().get(mention.sentence()).section();
    return new Place(section == Section.CAPTION ? "caption" : "narrator", null);
  }

  /** "X said" may interrupt a quotation: X is not what X says. */
  private static boolean isSpeaker(Quotation quotation, Mention mention) {
    return quotation.speakerBegin() <= mention.begin() && mention.end() <= quotation.speakerEnd();
  }

  private static int length(Quotation quotation) {
    return quotation.end() - quotation.begin();
  }
}
