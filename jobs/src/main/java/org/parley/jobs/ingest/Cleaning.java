package org.parley.jobs.ingest;

/** What ingest does to texts. */
public enum Cleaning {
  /** Normalises white space and marks sections. */
  AUTO,
  /** Keeps every text as it is, so that offsets refer to the input. */
  NONE
}
