package org.parley.jobs.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system, which asks the operating system itself for rights and owners. Without
 * Hadoop's native library, Hadoop starts {@code chmod} twice for each file that it makes and {@code
 * ls} for each that it lists, which tells in a stage that notes every text in a file of its own.
 */
public final class LocalDisk extends LocalFileSystem {
  private static final String SETTING = "fs.file.impl";

  /** Made by Hadoop, by name. */
  public LocalDisk() {
    super(new Raw());
  }

  /** Makes Hadoop use it for the scheme file, unless the user has named another. */
  public static void use(Configuration hadoop) {
    if (hadoop.get(SETTING) != null) {
      return;
    }
    hadoop.set(SETTING, LocalDisk.class.getName());
    // What Spark's launcher has opened before would be used on.
    hadoop.setBoolean(SETTING + ".disable.cache", true);
  }

  /** Without the checksums beside the files. */
  private static final class Raw extends RawLocalFileSystem {
    @Override
    public void setPermission(org.apache.hadoop.fs.Path path, FsPermission permission)
        throws IOException {
      if (permission.getStickyBit() || !isPosix(path)) {
        super.setPermission(path, permission);
        return;
      }
      Files.setPosixFilePermissions(
          local(path),
          PosixFilePermissions.fromString(
              permission.getUserAction().SYMBOL
                  + permission.getGroupAction().SYMBOL
                  + permission.getOtherAction().SYMBOL));
    }

    @Override
    public FileStatus getFileStatus(org.apache.hadoop.fs.Path path) throws IOException {
      FileStatus status = super.getFileStatus(path);
      if (!isPosix(path)) {
        return status;
      }
      var attributes = attributes(path);
      return new FileStatus(
          status.getLen(),
          status.isDirectory(),
          status.getReplication(),
          status.getBlockSize(),
          status.getModificationTime(),
          status.getAccessTime(),
          FsPermission.valueOf("-" + PosixFilePermissions.toString(attributes.permissions())),
          attributes.owner().getName(),
          attributes.group().getName(),
          status.getPath());
    }

    private PosixFileAttributes attributes(org.apache.hadoop.fs.Path path) throws IOException {
      try {
        return Files.readAttributes(local(path), PosixFileAttributes.class);
      } catch (NoSuchFileException e) {
        // What Hadoop takes for "is not there": it went away a moment ago.
        throw (IOException) new FileNotFoundException(path.toString()).initCause(e);
      }
    }

    private boolean isPosix(org.apache.hadoop.fs.Path path) {
      return local(path).getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private Path local(org.apache.hadoop.fs.Path path) {
      return pathToFile(path).toPath();
    }
  }
}
