package org.parley.entity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which words for an office may stand for one another. */
final class Roles {
  private static final Set<String> HEADS =
      Set.of(
          "president",
          "prime minister",
          "premier",
          "chancellor",
          "king",
          "queen",
          "emir",
          "supreme leader",
          "taoiseach",
          "sultan");
  private static final Set<String> LEADERS =
      Set.of("leader", "head of state", "head of government", "ruler", "strongman", "monarch");
  private static final Set<String> DIPLOMATS =
      Set.of("foreign minister", "foreign secretary", "secretary of state");
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("premier", "prime minister"),
          Map.entry("pm", "prime minister"),
          Map.entry("sen.", "senator"),
          Map.entry("rep.", "representative"),
          Map.entry("congressman", "representative"),
          Map.entry("congresswoman", "representative"),
          Map.entry("gov.", "governor"),
          Map.entry("gen.", "general"),
          Map.entry("defence minister", "defense minister"),
          Map.entry("defence secretary", "defense secretary"),
          Map.entry("secretary of defense", "defense secretary"),
          Map.entry("spokeswoman", "spokesman"),
          Map.entry("spokesperson", "spokesman"),
          Map.entry("chairwoman", "chairman"),
          Map.entry("advisor", "adviser"),
          Map.entry("presidents", "president"));

  private Roles() {}

  /** What stands for the holder of another office. */
  static List<String> general() {
    return Stream.concat(LEADERS.stream(), Stream.of("top diplomat")).sorted().toList();
  }

  /** One form of an office: lower case, without hyphens, the common word of a family. */
  static String normal(String role) {
    var plain = role.toLowerCase(java.util.Locale.ROOT).replace('-', ' ').replaceAll("\\s+", " ");
    return SAME.getOrDefault(plain, plain);
  }

  /** Whether "the ROLE" may take up somebody whom the text calls so; both in normal form. */
  static boolean takesUp(String role, String called) {
    return role.equals(called)
        || (called.endsWith(" " + role)
            && !called.startsWith("vice ")
            && !called.startsWith("deputy "))
        || (LEADERS.contains(role) && HEADS.contains(called))
        || (role.equals("top diplomat") && DIPLOMATS.contains(called));
  }
}
