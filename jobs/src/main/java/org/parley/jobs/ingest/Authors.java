package org.parley.jobs.ingest;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the names out of a byline or a list of authors. */
final class Authors {
  private static final Pattern BY =
      Pattern.compile("^\\s*(?:written\\s+)?by:?\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern LIST =
      Pattern.compile("^\\[\\s*(['\"].*['\"])?\\s*]$", Pattern.DOTALL);
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*[;|\\n]\\s*|\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s+&\\s+");
  private static final Pattern SUFFIX = Pattern.compile("(?i)(jr|sr|ii|iii|iv|m\\.?d|ph\\.?d)\\.?");
  private static final int MAX_NAME = 80;

  private Authors() {}

  /**
   * The names in a value: a list of names, a list of objects with names, or a byline such as "By
   * Ann Lee and Bo Roy". Each name once, in order; what is an address or too long for a name is
   * left out.
   */
  static List<String> of(Object value) {
    var names = new LinkedHashSet<String>();
    collect(value, names);
    return List.copyOf(names);
  }

  private static void collect(Object value, Set<String> names) {
    if (value instanceof Collection<?> items) {
      items.forEach(item -> collect(item, names));
      return;
    }
    String text = Fields.text(value, ", ");
    if (text == null) {
      return;
    }
    text = text.strip();
    if (LIST.matcher(text).matches()) {
      text = text.substring(1, text.length() - 1).replaceAll("^\\s*['\"]|['\"]\\s*$", "");
      text = text.replaceAll("['\"]\\s*,\\s*['\"]", ";");
    }
    String last = null;
    for (String part : BETWEEN.split(BY.matcher(text).replaceFirst(""), -1)) {
      String name = BY.matcher(part.strip()).replaceFirst("");
      if (last != null && SUFFIX.matcher(name).matches()) {
        names.remove(last);
        name = last + ", " + name;
      }
      if (!name.isEmpty() && name.length() <= MAX_NAME && !name.contains("://")) {
        names.add(name);
        last = name;
      }
    }
  }
}
