/**
 * The ingest stage: files of many formats become the tables {@code articles} and {@code rejects}.
 * Readers turn a stream of bytes into records and never lose one; what cannot be an article is a
 * reject with its reason.
 */
package org.parley.jobs.ingest;
