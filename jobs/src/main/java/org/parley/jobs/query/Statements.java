package org.parley.jobs.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** SQL text cut into statements at the semicolons that are neither quoted nor in a comment. */
final class Statements {
  private Statements() {}

  /** The statements of a text, without their semicolons; empty ones are left out. */
  static List<String> of(String text) {
    var statements = new ArrayList<String>();
    int begin = 0;
    for (int end = semicolon(text, 0); end >= 0; end = semicolon(text, begin)) {
      add(statements, text.substring(begin, end));
      begin = end + 1;
    }
    add(statements, text.substring(begin));
    return List.copyOf(statements);
  }

  /** Whether a text ends with the semicolon of its last statement. */
  static boolean isComplete(String text) {
    int begin = 0;
    for (int end = semicolon(text, 0); end >= 0; end = semicolon(text, begin)) {
      begin = end + 1;
    }
    return begin > 0 && isEmpty(text.substring(begin));
  }

  /** The first lines of an engine's message as one. */
  static String oneLine(String message) {
    return String.join(
        " ",
        Arrays.stream(message.split("\\R"))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .limit(4)
            .toList());
  }

  private static void add(List<String> statements, String statement) {
    if (!isEmpty(statement)) {
      statements.add(statement.strip());
    }
  }

  /** Whether there are only blanks and comments. */
  private static boolean isEmpty(String statement) {
    return statement.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("--[^\n]*", "").isBlank();
  }

  private static int semicolon(String text, int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ';') {
        return i;
      }
      if (c == '\'' || c == '"' || c == '`') {
        i = after(text, String.valueOf(c), i + 1);
      } else if (text.startsWith("--", i)) {
        i = after(text, "\n", i);
      } else if (text.startsWith("/*", i)) {
        i = after(text, "*/", i + 2);
      } else {
        i++;
      }
    }
    return -1;
  }

  private static int after(String text, String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }
}
