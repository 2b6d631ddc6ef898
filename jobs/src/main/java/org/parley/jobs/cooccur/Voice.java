package org.parley.jobs.cooccur;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whose words a window is made of. */
enum Voice {
  NARRATOR(0),
  QUOTE(1),
  CAPTION(2),
  /** All of them: both entities of a pair need not be in the same one. */
  ALL(3);

  /** How many there are. */
  static final int COUNT = values().length;

  private final int code;

  Voice(int code) {
    this.code = code;
  }

  /** The number that stands for it in keys, below {@link #COUNT}. */
  int code() {
    return code;
  }

  /** The name as it stands in the tables: lower case. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** SQL for the code of a voice whose label is in a column. */
  static String codeSql(String column) {
    return Arrays.stream(values())
        .map(voice -> "WHEN '%s' THEN %d".formatted(voice.label(), voice.code))
        .collect(Collectors.joining(" ", "CASE " + column + " ", " END"));
  }

  /** SQL for the label of a voice whose code is in a column. */
  static String labelSql(String column) {
    return Arrays.stream(values())
        .map(voice -> "WHEN %d THEN '%s'".formatted(voice.code, voice.label()))
        .collect(Collectors.joining(" ", "CASE " + column + " ", " END"));
  }
}
