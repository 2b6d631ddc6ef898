package org.parley.jobs.cli;

/** Work failed because the JVM is ending, of which the user has been told. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedException(Throwable cause) {
    super("stopped by a signal", cause);
  }
}
