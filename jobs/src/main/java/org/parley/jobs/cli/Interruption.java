package org.parley.jobs.cli;

import java.io.PrintStream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;

/** Says, when a run is stopped by Ctrl-C or a signal, what is there and how to go on. */
final class Interruption {
  private Interruption() {}

  /**
   * Does work during which the end of the JVM is an interruption.
   *
   * @param warehouse the folder that the work writes, named in the message
   * @throws StoppedException in place of what the work throws while the JVM ends, when Spark shuts
   *     down under it
   */
  static void during(Runnable work, String warehouse, PrintStream out) {
    var hook =
        new Thread(
            () -> {
              // What Spark logs while it is taken down under its work is no news.
              Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
              out.println(
                  "\nparley: stopped. The tables in "
                      + warehouse
                      + " are those of the last finished stages, each whole; the same command goes"
                      + " on from there, and annotates no text twice.");
              out.flush();
            },
            "parley-interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      work.run();
    } catch (Exception e) {
      if (isEnding(hook)) {
        throw new StoppedException(e);
      }
      throw e;
    } finally {
      isEnding(hook);
    }
  }

  /** Takes the hook back, which a JVM that is ending refuses. */
  private static boolean isEnding(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
