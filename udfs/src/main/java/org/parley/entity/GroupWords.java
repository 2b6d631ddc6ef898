package org.parley.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.seed.Seeds;

/** The words of groups, as {@code entities/groups.csv} lists them by kind. */
final class GroupWords {
  private static final List<String> LISTS =
      List.of(
          "noun",
          "party",
          "actor",
          "described",
          "body",
          "vague",
          "many",
          "state",
          "service",
          "apart");
  private static final List<String> NAMES = List.of("region", "chamber", "name");

  private final Map<String, Set<String>> lists = new HashMap<>();
  private final Map<String, NameIndex> names = new HashMap<>();

  GroupWords(Seeds seeds) {
    var forms = new HashMap<String, NameIndex.Builder>();
    NAMES.forEach(kind -> forms.put(kind, new NameIndex.Builder()));
    LISTS.forEach(kind -> lists.put(kind, new HashSet<>()));
    for (var row : seeds.csv("entities/groups.csv")) {
      var kind = row.get("kind");
      if (LISTS.contains(kind)) {
        lists.get(kind).addAll(List.of(row.get("words").split(" ", -1)));
      } else if (NAMES.contains(kind)) {
        for (var form : row.get("words").split("\\|", -1)) {
          forms.get(kind).add(form, "grp:" + Slug.of(form), NameForm.Use.NAME);
        }
      } else {
        throw new IllegalArgumentException(
            "seeds file entities/groups.csv, record %d: kind is none of %s, %s: %s"
                .formatted(
                    row.getRecordNumber(),
                    String.join(", ", LISTS),
                    String.join(", ", NAMES),
                    kind));
      }
    }
    forms.forEach((kind, builder) -> names.put(kind, builder.build()));
  }

  /** Whether a word is listed under a kind. */
  boolean is(String kind, String word) {
    return lists.get(kind).contains(word);
  }

  /** The names listed under a kind. */
  NameIndex names(String kind) {
    return names.get(kind);
  }
}
