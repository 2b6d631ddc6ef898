package org.parley.jobs.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parley.stance.Issue;
import org.parley.stance.Issues;

/** The issues of a warehouse as lines of text: those sought for, and those that could be. */
final class IssueList {
  private static final int MOST_SEEDS = 6;

  private final SqlEngine tables;
  private final Issues issues;

  IssueList(SqlEngine tables, Issues issues) {
    this.tables = tables;
    this.issues = issues;
  }

  /** Each issue with its evidence, the most first. */
  String known(int limit) {
    var counts = new HashMap<String, List<Object>>();
    tables
        .query(
            "SELECT target_id, count(*), count(DISTINCT holder_id),"
                + " count(*) FILTER (WHERE polarity > 0), count(*) FILTER (WHERE polarity < 0)"
                + " FROM stance_evidence WHERE target_kind = 'issue' AND NOT struck GROUP BY 1")
        .rows()
        .forEach(row -> counts.put(String.valueOf(row.get(0)), row));
    List<Object> none = List.of("", 0, 0, 0, 0);
    var out = new StringBuilder();
    issues.issues().stream()
        .map(issue -> Map.entry(issue, counts.getOrDefault(issue.targetId(), none)))
        .sorted((a, b) -> Long.compare(count(b.getValue()), count(a.getValue())))
        .limit(limit)
        .forEach(entry -> out.append(line(entry.getKey(), entry.getValue())));
    return out.toString();
  }

  private static long count(List<Object> row) {
    return ((Number) row.get(1)).longValue();
  }

  private static String line(Issue issue, List<Object> row) {
    return "%-32s %s: %s rows of evidence, %s holders, %s for, %s against%n"
        .formatted(issue.id(), issue.label(), row.get(1), row.get(2), row.get(3), row.get(4));
  }

  /**
   * Proposed issues as a YAML list that --issues takes, each with the words behind it as comments.
   *
   * @param texts least number of independent texts
   */
  String suggestions(int limit, int texts) {
    var rows =
        tables
            .query(
                "SELECT group_id, label, cluster_count, holder_count, favour_count, against_count,"
                    + " list_transform(examples, e -> struct_pack(holder := e.holder_id, side :="
                    + " e.polarity, words := e.evidence, target := e.target_text))"
                    + " FROM open_targets WHERE cluster_count >= %d".formatted(texts)
                    + " ORDER BY cluster_count DESC, holder_count DESC, evidence_count DESC,"
                    + " group_id LIMIT %d".formatted(limit))
            .rows();
    if (rows.isEmpty()) {
      return "# no open target stands in %d independent texts; try --min-texts 1%n"
          .formatted(texts);
    }
    var taken = new HashSet<String>();
    issues.issues().forEach(issue -> taken.add(issue.id()));
    var out = new StringBuilder();
    for (List<Object> row : rows) {
      out.append(suggestion(row, taken));
    }
    return out.toString();
  }

  private static String suggestion(List<Object> row, Set<String> taken) {
    String id = String.valueOf(row.get(0)).replace("open:", "").replaceAll("[^a-z0-9_]", "");
    String free = id.isEmpty() ? "issue" : id;
    for (int i = 2; !taken.add(free); i++) {
      free = id + "_" + i;
    }
    var out = new StringBuilder();
    out.append(
        "# %s independent texts, %s holders; %s rows for it, %s against%n"
            .formatted(row.get(2), row.get(3), row.get(4), row.get(5)));
    var seeds = new LinkedHashSet<String>();
    seeds.add(plain(row.get(1)));
    for (Object example : (List<?>) row.get(6)) {
      var fields = (Map<?, ?>) example;
      int side = ((Number) fields.get("side")).intValue();
      out.append(
          "#   %s %s: \"%s\"%n"
              .formatted(
                  fields.get("holder"),
                  side > 0 ? "for" : side < 0 ? "against" : "undecided",
                  plain(fields.get("words"))));
      if (seeds.size() < MOST_SEEDS) {
        seeds.add(plain(fields.get("target")));
      }
    }
    out.append("- id: %s%n  label: %s%n".formatted(free, quoted(plain(row.get(1)))));
    out.append(
        "  seeds: [%s]%n%n"
            .formatted(String.join(", ", seeds.stream().map(IssueList::quoted).toList())));
    return out.toString();
  }

  private static String plain(Object text) {
    return String.valueOf(text).replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
  }

  /** A text as YAML quotes it. */
  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
