package org.parley.quote;

/**
 * Quoted words in one piece: what stands between a pair of marks, or several paragraphs of it whose
 * opening mark is repeated.
 *
 * @param from its first token, the opening mark
 * @param to its last token
 */
record QuotedUnit(int from, int to) {}
