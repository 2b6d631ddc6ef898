package org.parley.jobs.query;

import java.io.IOException;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** Whether a person sits at the ends of this process. */
final class Console {
  private Console() {}

  /** Whether standard input comes from a terminal. */
  static boolean isInput() {
    return isTerminal(SystemStream.Input);
  }

  /** Whether standard output goes to a terminal. */
  static boolean isOutput() {
    return isTerminal(SystemStream.Output);
  }

  private static boolean isTerminal(SystemStream stream) {
    try {
      return TerminalProvider.load("exec").isSystemStream(stream);
    } catch (IOException e) {
      return false;
    }
  }
}
