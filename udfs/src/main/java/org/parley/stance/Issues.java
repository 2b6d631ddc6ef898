package org.parley.stance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.seed.Seeds;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The issues that stances are sought for, in the order of their file. Immutable.
 *
 * @param issues the issues; ids are unique
 */
public record Issues(List<Issue> issues) {
  static final String FILE = "issues.yaml";

  private static final Set<String> FIELDS =
      Set.of(
          "id", "label", "seeds", "heads", "arguments", "verbs", "opposites", "exclude", "context");
  private static final Set<String> VERB_FIELDS = Set.of("verb", "subject", "object", "sign");

  public Issues {
    issues = List.copyOf(issues);
  }

  /** The issue whose label or seed phrase a phrase is, in any case. */
  public Optional<Issue> named(String phrase) {
    return issues.stream()
        .filter(
            issue ->
                issue.label().equalsIgnoreCase(phrase)
                    || issue.seeds().stream().anyMatch(phrase::equalsIgnoreCase))
        .findFirst();
  }

  /**
   * The seeds with more issues than they have.
   *
   * @param yaml a YAML list of issues, as issues.yaml is one
   * @param origin what to call it in messages, e.g. the file's name
   * @throws IllegalArgumentException if it is not such a list or has an id that the seeds have; one
   *     line says where and what to do
   */
  public static Seeds added(Seeds seeds, String yaml, String origin) {
    var ids = new HashSet<String>();
    load(seeds).issues().forEach(issue -> ids.add(issue.id()));
    for (Issue issue : parse(yaml, origin).issues()) {
      if (ids.contains(issue.id())) {
        throw new IllegalArgumentException(
            origin
                + ": the id '"
                + issue.id()
                + "' is one of the bundled issues; take another, or replace them all by an "
                + FILE
                + " under --seeds");
      }
    }
    var loader = new Yaml(new SafeConstructor(new LoaderOptions()));
    var all = new ArrayList<Object>((List<?>) loader.load(seeds.text(FILE)));
    all.addAll((List<?>) loader.load(yaml));
    try {
      return seeds.with(FILE, new Yaml().dump(all));
    } catch (YAMLException e) {
      throw new IllegalArgumentException(
          origin
              + ": a value holds half a character (an escape from \\ud800 to \\udfff): write it out",
          e);
    }
  }

  /** Reads issues.yaml of the seeds. */
  public static Issues load(Seeds seeds) {
    return parse(seeds.text(FILE), FILE);
  }

  /**
   * Reads a YAML list of issues.
   *
   * @param yaml the text
   * @param origin what to call it in messages, e.g. the file's name
   * @throws IllegalArgumentException if it is not such a list; one line says where and what to do
   */
  public static Issues parse(String yaml, String origin) {
    Object root;
    try {
      root = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    } catch (YAMLException e) {
      throw new IllegalArgumentException(
          origin + ": not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          e);
    }
    if (!(root instanceof List<?> entries)) {
      throw new IllegalArgumentException(origin + ": expected a list of issues, each with an id");
    }
    var issues = new ArrayList<Issue>();
    var ids = new HashSet<String>();
    for (int i = 0; i < entries.size(); i++) {
      String where = origin + ", issue " + (i + 1);
      if (!(entries.get(i) instanceof Map<?, ?> fields)) {
        throw new IllegalArgumentException(where + ": expected fields such as id and label");
      }
      var issue = issue(fields, where);
      if (!ids.add(issue.id())) {
        throw new IllegalArgumentException(where + ": the id '" + issue.id() + "' stands twice");
      }
      issues.add(issue);
    }
    return new Issues(issues);
  }

  private static Issue issue(Map<?, ?> fields, String where) {
    String id = text(fields, "id", where);
    String place = where + " (" + id + ")";
    check(fields, FIELDS, place);
    if (!id.matches("[a-z0-9_]+")) {
      throw new IllegalArgumentException(
          place + ": an id has only lower-case letters, digits and underscores");
    }
    var issue =
        new Issue(
            id,
            text(fields, "label", place),
            texts(fields.get("seeds"), "seeds", place),
            texts(fields.get("heads"), "heads", place),
            arguments(fields.get("arguments"), place),
            verbs(fields.get("verbs"), place),
            texts(fields.get("opposites"), "opposites", place),
            texts(fields.get("exclude"), "exclude", place),
            texts(fields.get("context"), "context", place));
    if (issue.seeds().isEmpty() && issue.heads().isEmpty() && issue.verbs().isEmpty()) {
      throw new IllegalArgumentException(place + ": needs seeds, heads or verbs to be found by");
    }
    return issue;
  }

  private static void check(Map<?, ?> fields, Set<String> known, String where) {
    for (Object key : fields.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        throw new IllegalArgumentException(
            where
                + ": unknown field '"
                + key
                + "'; known are "
                + String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  private static String text(Map<?, ?> fields, String name, String where) {
    if (fields.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException(where + ": the field '" + name + "' is missing");
  }

  private static List<String> texts(Object value, String name, String where) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof String text) {
      return List.of(text);
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw new IllegalArgumentException(
        where + ": '" + name + "' should be a list of texts (quote numbers, yes and no)");
  }

  private static List<List<String>> arguments(Object value, String where) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(item -> texts(item, "arguments", where)).toList();
    }
    throw new IllegalArgumentException(
        where + ": 'arguments' should be a list, each item a list of alternatives");
  }

  private static List<Issue.VerbFrame> verbs(Object value, String where) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw new IllegalArgumentException(where + ": 'verbs' should be a list");
    }
    var verbs = new ArrayList<Issue.VerbFrame>();
    for (Object item : list) {
      if (!(item instanceof Map<?, ?> fields)) {
        throw new IllegalArgumentException(where + ": each of 'verbs' needs the field 'verb'");
      }
      check(fields, VERB_FIELDS, where);
      var lemmas = texts(fields.get("verb"), "verb", where);
      if (lemmas.isEmpty()) {
        throw new IllegalArgumentException(where + ": each of 'verbs' needs the field 'verb'");
      }
      Object sign = fields.containsKey("sign") ? fields.get("sign") : Integer.valueOf(1);
      if (!(sign instanceof Integer number) || Math.abs(number) != 1) {
        throw new IllegalArgumentException(where + ": 'sign' should be 1 or -1");
      }
      verbs.add(
          new Issue.VerbFrame(
              lemmas,
              texts(fields.get("subject"), "subject", where),
              texts(fields.get("object"), "object", where),
              number));
    }
    return verbs;
  }
}
