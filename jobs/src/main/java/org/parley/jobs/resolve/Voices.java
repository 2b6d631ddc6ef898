package org.parley.jobs.resolve;

import java.util.List;
import org.parley.entity.Mention;
import org.parley.nlp.AnnotatedText;
import org.parley.quote.Quotation;
import org.parley.text.Section;

/** Whose words a mention stands in: the narrator's, those of a quotation, or a caption. */
final class Voices {
  private final AnnotatedText text;
  private final List<Quotation> quotations;

  Voices(AnnotatedText text, List<Quotation> quotations) {
    this.text = text;
    this.quotations = quotations;
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

  private static int length(Quotation quotation) {
    return quotation.end() - quotation.begin();
  }
}
