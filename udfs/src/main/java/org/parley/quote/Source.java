package org.parley.quote;

/**
 * Where a source stands.
 *
 * @param from its first token
 * @param to its last token
 * @param head the token that names it
 */
record Source(int from, int to, int head) {}
