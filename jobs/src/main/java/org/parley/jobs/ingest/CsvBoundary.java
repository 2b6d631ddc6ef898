package org.parley.jobs.ingest;

/**
 * Finds the ends of CSV records: line feeds outside quoted cells. A quotation mark opens a cell
 * only at its beginning; elsewhere it is an ordinary character.
 */
final class CsvBoundary implements ByteRecords.Boundary {
  private enum State {
    CELL_START,
    PLAIN,
    QUOTED,
    QUOTE_IN_QUOTED
  }

  private static final String CANDIDATES = ",;\t";

  private final int[] counts = new int[CANDIDATES.length()];
  private char delimiter;
  private State state = State.CELL_START;

  /** Finds the delimiter in the first record. */
  CsvBoundary() {}

  CsvBoundary(char delimiter) {
    this.delimiter = delimiter;
  }

  /** The delimiter; known after the first record. */
  char delimiter() {
    if (delimiter == 0) {
      int best = 0;
      for (int i = 1; i < counts.length; i++) {
        best = counts[i] > counts[best] ? i : best;
      }
      delimiter = CANDIDATES.charAt(best);
    }
    return delimiter;
  }

  @Override
  public boolean endsAt(int b) {
    if (state == State.QUOTED) {
      state = b == '"' ? State.QUOTE_IN_QUOTED : State.QUOTED;
      return false;
    }
    if (b == '\n') {
      state = State.CELL_START;
      return true;
    }
    if (b == '"' && state != State.PLAIN) {
      state = State.QUOTED;
    } else {
      state = isDelimiter(b) ? State.CELL_START : State.PLAIN;
    }
    return false;
  }

  private boolean isDelimiter(int b) {
    if (delimiter != 0) {
      return b == delimiter;
    }
    int candidate = CANDIDATES.indexOf(b);
    if (candidate >= 0) {
      counts[candidate]++;
    }
    return candidate >= 0;
  }
}
