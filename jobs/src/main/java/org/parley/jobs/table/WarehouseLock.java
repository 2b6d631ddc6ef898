package org.parley.jobs.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The right to write a warehouse, which one run has at a time. It is a file that names its owner,
 * and a second one that the owner writes anew every few seconds: a run that was killed leaves both
 * behind, and the next one takes over, at once if it sees on the same machine that the process is
 * gone, else when the sign of life is {@link #SILENCE} old by the clock of the file system.
 */
public final class WarehouseLock implements AutoCloseable {
  private static final Duration BEAT = Duration.ofSeconds(15);

  /** So long after its last sign of life an owner counts as dead. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final FileSystem fs;
  private final Path file;
  private final Path beat;
  private final Owner owner;
  private final Runnable lost;
  private final ScheduledExecutorService beats =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "parley-warehouse-lock");
            thread.setDaemon(true);
            return thread;
          });

  /** Who writes: a process, told from a later one with its number by when it started. */
  private record Owner(
      String id, String user, String host, long pid, String processStart, String since) {
    static Owner self() throws IOException {
      var process = ProcessHandle.current();
      return new Owner(
          UUID.randomUUID().toString(),
          System.getProperty("user.name"),
          InetAddress.getLocalHost().getHostName(),
          process.pid(),
          startOf(process),
          Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String startOf(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toString).orElse("");
    }

    /** Whether the process is known to have ended: only its own machine can tell. */
    boolean isGone() throws IOException {
      return host.equals(InetAddress.getLocalHost().getHostName())
          && ProcessHandle.of(pid)
              .filter(process -> startOf(process).equals(processStart))
              .isEmpty();
    }
  }

  private WarehouseLock(FileSystem fs, Path folder, Runnable lost) throws IOException {
    this.fs = fs;
    this.file = new Path(folder, "lock.json");
    this.beat = new Path(folder, "lock.beat");
    this.owner = Owner.self();
    this.lost = lost;
  }

  /**
   * Takes the lock.
   *
   * @param folder where the lock's files lie
   * @param lost what to do should another run take the lock over, because this one was suspended
   * @throws WarehouseBusyException if another run has it, naming it
   * @throws IOException if the folder cannot be written
   */
  static WarehouseLock take(FileSystem fs, Path folder, Runnable lost) throws IOException {
    fs.mkdirs(folder);
    var lock = new WarehouseLock(fs, folder, lost);
    if (!lock.create()) {
      lock.requireStale();
      fs.delete(lock.file, false);
      if (!lock.create()) {
        throw lock.busy();
      }
    }
    lock.sign();
    var unused =
        lock.beats.scheduleAtFixedRate(
            lock::keep, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
    return lock;
  }

  /** Whether a path in the folder is one of the lock's own files. */
  static boolean isPart(Path path) {
    return path.getName().startsWith("lock.");
  }

  private boolean create() throws IOException {
    try (OutputStream out = newFile()) {
      out.write(JSON.writeValueAsBytes(owner));
      return true;
    } catch (FileAlreadyExistsException | org.apache.hadoop.fs.FileAlreadyExistsException e) {
      return false;
    }
  }

  /** Hadoop's local file system looks first and creates then, so two runs could both succeed. */
  private OutputStream newFile() throws IOException {
    return "file".equals(file.toUri().getScheme())
        ? Files.newOutputStream(
            java.nio.file.Path.of(file.toUri().getPath()), StandardOpenOption.CREATE_NEW)
        : fs.create(file, false);
  }

  private void requireStale() throws IOException {
    Optional<Owner> other = read();
    if (other.isPresent() && other.get().isGone()) {
      return;
    }
    Path probe = new Path(file.getParent(), "lock." + owner.id());
    fs.create(probe, true).close();
    long now = fs.getFileStatus(probe).getModificationTime();
    fs.delete(probe, false);
    if (now - lastSign() < SILENCE.toMillis()) {
      throw busy();
    }
  }

  private long lastSign() throws IOException {
    for (Path path : new Path[] {beat, file}) {
      try {
        return fs.getFileStatus(path).getModificationTime();
      } catch (FileNotFoundException e) {
        // The owner has taken the lock and not signed yet, or given it back.
      }
    }
    return 0;
  }

  private WarehouseBusyException busy() throws IOException {
    String who =
        read()
            .map(
                other ->
                    "%s@%s, process %d, since %s"
                        .formatted(other.user(), other.host(), other.pid(), other.since()))
            .orElse("another run");
    return new WarehouseBusyException(
        "the warehouse "
            + file.getParent().getParent()
            + " is being written by "
            + who
            + "; wait for it to end and start again");
  }

  /** The owner; none if the file is gone or not yet whole. */
  private Optional<Owner> read() throws IOException {
    try (var in = fs.open(file)) {
      return Optional.of(JSON.readValue(new String(in.readAllBytes(), UTF_8), Owner.class));
    } catch (FileNotFoundException | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs() throws IOException {
    return read().filter(other -> other.id().equals(owner.id())).isPresent();
  }

  private void sign() throws IOException {
    try (var out = fs.create(beat, true)) {
      out.write(owner.id().getBytes(UTF_8));
    }
  }

  private void keep() {
    try {
      if (isOurs()) {
        sign();
      } else {
        beats.shutdown();
        lost.run();
      }
    } catch (IOException e) {
      // The next beat comes before the silence is long enough.
    }
  }

  /** Gives the lock back. What cannot be deleted the next run will find to be stale. */
  @Override
  public void close() {
    beats.shutdownNow();
    try {
      beats.awaitTermination(BEAT.toSeconds(), TimeUnit.SECONDS);
      if (isOurs()) {
        fs.delete(beat, false);
        fs.delete(file, false);
      }
    } catch (IOException e) {
      // It counts as stale, for its process is gone or silent.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
