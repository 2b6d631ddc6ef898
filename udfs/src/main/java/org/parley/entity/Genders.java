package org.parley.entity;

import java.util.HashMap;
import java.util.Map;
import org.parley.seed.Seeds;

/** Which pronoun a person takes, by first name. */
final class Genders {
  private final Map<String, String> byFirstName = new HashMap<>();

  Genders(Seeds seeds) {
    for (var row : seeds.csv("entities/first-names.csv")) {
      for (var name : row.get("names").split(" ", -1)) {
        // A name on both lists tells nothing.
        byFirstName.merge(name, row.get("gender"), (one, other) -> one.equals(other) ? one : "");
      }
    }
  }

  /** m, f, or empty where nothing tells. */
  String of(String fullName) {
    int space = fullName.indexOf(' ');
    return byFirstName.getOrDefault(space < 0 ? fullName : fullName.substring(0, space), "");
  }

  /** Whether a title ("mrs.") tells that somebody else is meant than a person with a full name. */
  boolean contradict(String fullName, String title) {
    return switch (title) {
      case "mrs.", "mrs", "ms.", "ms", "miss" -> of(fullName).equals("m");
      case "mr.", "mr" -> of(fullName).equals("f");
      default -> false;
    };
  }
}
