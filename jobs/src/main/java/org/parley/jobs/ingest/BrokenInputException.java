package org.parley.jobs.ingest;

import java.io.IOException;

/** Ends the reading of a file at a place from which no reader can go on. */
final class BrokenInputException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  BrokenInputException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  BrokenInputException(Reason reason, Throwable cause) {
    super(
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
