package org.parley.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDiskTest {
  @TempDir private Path folder;
  private FileSystem disk;
  private FileSystem hadoop;
  private org.apache.hadoop.fs.Path file;

  @BeforeEach
  void open() throws IOException {
    var configuration = new Configuration();
    LocalDisk.use(configuration);
    disk = FileSystem.get(URI.create("file:///"), configuration);
    hadoop = FileSystem.newInstanceLocal(new Configuration());
    file = new org.apache.hadoop.fs.Path(folder.toString(), "a/b.txt");
  }

  @Test
  void servesTheSchemeFile() {
    assertThat(disk).isInstanceOf(LocalDisk.class);
  }

  @Test
  void leavesWhatTheUserNames() {
    var configuration = new Configuration();
    configuration.set("fs.file.impl", "mine");

    LocalDisk.use(configuration);

    assertThat(configuration.get("fs.file.impl")).isEqualTo("mine");
  }

  @Test
  void makesFilesAndFoldersWithTheRightsThatHadoopGives() throws IOException {
    var other = new org.apache.hadoop.fs.Path(folder.toString(), "c/d.txt");
    disk.create(file).close();
    hadoop.create(other).close();
    assertThat(rights(file)).isEqualTo(rights(other));
    assertThat(rights(file.getParent())).isEqualTo(rights(other.getParent()));
  }

  @Test
  void tellsOfAFileWhatHadoopTells() throws IOException {
    disk.create(file).close();
    disk.setPermission(file, new FsPermission("750"));
    FileStatus expected = hadoop.getFileStatus(file);
    FileStatus found = disk.getFileStatus(file);
    assertThat(found.getPermission()).isEqualTo(expected.getPermission());
    assertThat(found.getPermission()).hasToString("rwxr-x---");
    assertThat(found.getOwner()).isEqualTo(expected.getOwner());
    assertThat(found.getGroup()).isEqualTo(expected.getGroup());
    assertThat(found.getModificationTime()).isEqualTo(expected.getModificationTime());
    assertThat(found.getPath()).isEqualTo(expected.getPath());
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatThrownBy(() -> disk.getFileStatus(file))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("b.txt");
  }

  private FsPermission rights(org.apache.hadoop.fs.Path path) throws IOException {
    return hadoop.getFileStatus(path).getPermission();
  }
}
