package org.parley.jobs.cooccur;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.unsafe.types.UTF8String;

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

  /** The voices that a mention can have, by their labels as Spark holds them. */
  static Map<UTF8String, Voice> byLabel() {
    return Arrays.stream(values())
        .filter(voice -> voice != ALL)
        .collect(Collectors.toMap(voice -> UTF8String.fromString(voice.label()), voice -> voice));
  }

  /** SQL for the label of a voice whose code is in a column. */
  static String labelSql(String column) {
    return Arrays.stream(values())
        .map(voice -> "WHEN %d THEN '%s'".formatted(voice.code, voice.label()))
        .collect(Collectors.joining(" ", "CASE " + column + " ", " END"));
  }
}
