package org.parley.nlp;

/**
 * What stands between a pair of quotation marks, the marks included.
 *
 * @param begin offset of the opening mark
 * @param end offset after the closing mark, or after the paragraph where that mark is missing
 * @param closed whether there is a closing mark
 */
public record QuoteSpan(int begin, int end, boolean closed) {}
