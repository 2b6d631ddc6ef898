package org.parley.jobs.run;

import java.io.PrintStream;

/** Says, when a run is stopped by Ctrl-C or a signal, what is there and how to go on. */
final class Interruption {
  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  /** From now on, the end of the JVM is an interruption. */
  static Interruption watch(String warehouse, PrintStream out) {
    var hook =
        new Thread(
            () -> {
              out.println(
                  "\nparley: stopped. The tables in "
                      + warehouse
                      + " are those of the last finished stages, each whole; the same command goes"
                      + " on from there, and annotates no text twice.");
              out.flush();
            },
            "parley-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  /** From now on, the end of the JVM is none. */
  void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending already, and the message is on its way.
    }
  }
}
