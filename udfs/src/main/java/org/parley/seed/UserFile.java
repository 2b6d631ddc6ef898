package org.parley.seed;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file that a user wrote and named. */
public final class UserFile {
  private UserFile() {}

  /**
   * Its text.
   *
   * @throws IllegalArgumentException if it cannot be read or is not UTF-8, naming it
   */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " is not UTF-8: save it as UTF-8", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
