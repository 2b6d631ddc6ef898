package org.parley.jobs.annotate;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.spark.SparkEnv;
import org.parley.jobs.annotate.Journal.Trace;
import org.parley.nlp.Outcome;
import org.parley.text.SectionedText;

/**
 * Annotates the texts of one task so that none ends the run. A text that was at work when a JVM
 * died is tried once more with no other beside it; if that JVM dies too, or the heap is too small
 * even so, the text is the cause and is given up. A text whose thread had to be left behind is
 * given up at once; when a JVM has too many such threads, it makes way for a fresh one.
 */
final class CarefulAnnotation {
  /** With this exit code an executor ends that has too many threads which do not stop. */
  static final int STUCK_EXIT_CODE = 85;

  /** Texts at work side by side hold it for reading, one that is tried alone for writing. */
  private static final ReentrantReadWriteLock AT_WORK = new ReentrantReadWriteLock(true);

  private final Watchdog watchdog;
  private final Journal journal;
  private final boolean keepsJournal;
  private final int seconds;

  /**
   * For one task.
   *
   * @param keepsJournal whether to note each text before it begins: a file each, so a first attempt
   *     on a cluster does without, and a retry finds out
   * @param seconds how long a text may take before its thread is given up
   */
  CarefulAnnotation(Annotator annotator, Journal journal, boolean keepsJournal, int seconds) {
    this.watchdog = new Watchdog(annotator.open(), seconds);
    this.journal = journal;
    this.keepsJournal = keepsJournal;
    this.seconds = seconds;
  }

  /**
   * Annotates a text.
   *
   * @throws IllegalStateException if too many threads hang and Spark runs in this JVM itself
   */
  Outcome annotate(String textId, SectionedText text) {
    if (journal.has(Trace.STUCK, textId)) {
      return stuck();
    }
    if (journal.has(Trace.ALONE, textId)) {
      return new Outcome.Lost(
          Outcome.Status.FAILED,
          "the JVM ended twice while this text was annotated, the second time with no other beside"
              + " it",
          0);
    }
    if (journal.has(Trace.BEGUN, textId)) {
      Outcome outcome = alone(textId, text);
      journal.erase(Trace.BEGUN, textId);
      return outcome;
    }
    return besideOthers(textId, text);
  }

  private Outcome besideOthers(String textId, SectionedText text) {
    if (keepsJournal) {
      journal.write(Trace.BEGUN, textId);
    }
    Outcome outcome;
    AT_WORK.readLock().lock();
    try {
      outcome = watchdog.annotate(text);
    } catch (TimeoutException e) {
      outcome = leaveBehind(textId);
    } catch (OutOfMemoryError e) {
      outcome = null;
    } finally {
      AT_WORK.readLock().unlock();
    }
    if (outcome == null) {
      outcome = alone(textId, text);
    }
    if (keepsJournal) {
      journal.erase(Trace.BEGUN, textId);
    }
    return outcome;
  }

  private Outcome alone(String textId, SectionedText text) {
    AT_WORK.writeLock().lock();
    try {
      journal.write(Trace.ALONE, textId);
      Outcome outcome = watchdog.annotate(text);
      journal.erase(Trace.ALONE, textId);
      return outcome;
    } catch (TimeoutException e) {
      return leaveBehind(textId);
    } catch (OutOfMemoryError e) {
      journal.erase(Trace.ALONE, textId);
      return new Outcome.Lost(
          Outcome.Status.FAILED,
          "a heap of "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MB is too small for it, even with no other text beside it",
          0);
    } finally {
      AT_WORK.writeLock().unlock();
    }
  }

  /** Notes the text, so that no retry waits for it again, and ends the JVM if it is the last. */
  private Outcome leaveBehind(String textId) {
    journal.write(Trace.STUCK, textId);
    if (Watchdog.stuck() > Watchdog.STUCK_LIMIT) {
      String message = Watchdog.stuck() + " texts do not stop in this JVM";
      if (isExecutor()) {
        System.err.println(message + ": it ends with exit code " + STUCK_EXIT_CODE);
        System.exit(STUCK_EXIT_CODE);
      }
      throw new IllegalStateException(
          message + "; start again: what is finished is kept, and these texts are left out");
    }
    return stuck();
  }

  private Outcome stuck() {
    return new Outcome.Lost(
        Outcome.Status.TIMEOUT,
        "did not stop after " + seconds + " seconds",
        TimeUnit.SECONDS.toMillis(seconds));
  }

  private static boolean isExecutor() {
    return !SparkEnv.get().executorId().equals("driver");
  }

  /** Lets the idle threads end. */
  void close() {
    watchdog.close();
  }
}
