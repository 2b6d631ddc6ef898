package org.parley;

import java.util.List;
import org.parley.entity.Resolution;
import org.parley.nlp.AnnotatedText;
import org.parley.quote.Quotation;
import org.parley.stance.StanceEvidence;

/**
 * All that Parley finds in one text.
 *
 * @param annotated sentences and tokens
 * @param resolution mentions and their entities
 * @param quotations who said what
 * @param evidence who is for or against whom and what
 */
public record Analysis(
    AnnotatedText annotated,
    Resolution resolution,
    List<Quotation> quotations,
    List<StanceEvidence> evidence) {}
