package org.parley.jobs.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local file system with a fault in it, so that scripts/test-faults can end a run at an exact
 * point without a hook in the program. Set as {@code fs.file.impl}; {@code parley.fault.at} is a
 * pattern of the call at which the fault happens, such as {@code rename .*_staging/.* .*} or {@code
 * create .*}, {@code parley.fault.do} is {@code kill} or {@code hoard}, and {@code
 * parley.fault.once}, if set, a file which notes that it has happened.
 */
public final class FaultyFileSystem extends LocalFileSystem {
  @Override
  public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to)
      throws IOException {
    reached("rename " + from.toUri().getPath() + " " + to.toUri().getPath());
    return super.rename(from, to);
  }

  @Override
  public FSDataOutputStream create(
      org.apache.hadoop.fs.Path file,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    reached("create " + file.toUri().getPath());
    return super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress);
  }

  private void reached(String call) throws IOException {
    String at = getConf().get("parley.fault.at");
    if (at == null || !call.matches(at)) {
      return;
    }
    String once = getConf().get("parley.fault.once");
    if (once != null) {
      try {
        Files.createFile(Path.of(once));
      } catch (java.nio.file.FileAlreadyExistsException e) {
        return;
      }
    }
    System.err.println("fault at: " + call);
    switch (getConf().get("parley.fault.do", "kill")) {
      case "hoard" -> hoard();
      case "kill" -> kill();
      default -> throw new IOException("no such fault");
    }
  }

  /** Fills the heap, from which no JVM recovers. */
  private static void hoard() {
    List<long[]> hoard = new ArrayList<>();
    while (!hoard.contains(null)) {
      hoard.add(new long[1 << 20]);
    }
  }

  private static void kill() throws IOException {
    new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid()))
        .inheritIO()
        .start();
    while (true) {
      Thread.onSpinWait();
    }
  }
}
