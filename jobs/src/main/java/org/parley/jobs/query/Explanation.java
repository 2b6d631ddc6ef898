package org.parley.jobs.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why a warehouse says that a holder is for or against a target: the verdict with its posterior,
 * the months, and each piece of evidence with what led to it.
 */
final class Explanation {
  private static final String PAIR = "holder_id = ? AND target_id = ?";

  private final SqlEngine tables;

  Explanation(SqlEngine tables) {
    this.tables = tables;
  }

  /**
   * The explanation as lines of text.
   *
   * @param holder id, name or alias of who holds the stance
   * @param target the same, or an issue with or without {@code issue:}
   * @param limit how many pieces of evidence to show at most, the surest first
   * @throws IllegalArgumentException if one of the two is unknown or nothing links them; the
   *     message says what there is instead
   */
  String of(String holder, String target, int limit) {
    String from = id(holder, "holder_id");
    String to = id(target, "target_id");
    var verdict =
        tables
            .query(
                "SELECT verdict, score, ci_low, ci_high, p_favour, favour_mass, against_mass,"
                    + " neutral_mass, cluster_count, outlet_count, CAST(first_seen AS VARCHAR),"
                    + " CAST(last_seen AS VARCHAR), month FROM stance_stats WHERE "
                    + PAIR
                    + " ORDER BY month = 'all' DESC, month",
                from,
                to)
            .rows();
    var evidence = evidence(from, to, limit);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing shows a stance of %s on %s; its targets are %s"
              .formatted(from, to, targets(from)));
    }
    var out = new StringBuilder();
    out.append("%s on %s%n".formatted(named(from), named(to)));
    for (List<Object> row : verdict) {
      out.append(row.get(12).equals("all") ? posterior(row) : month(row));
    }
    if (verdict.isEmpty()) {
      out.append(
          "no verdict: all evidence is of the past, struck out, or on a target that is no issue\n");
    }
    for (int i = 0; i < evidence.size(); i++) {
      out.append('\n').append(evidence(i + 1, evidence.get(i), from, to));
    }
    return out.toString();
  }

  private List<List<Object>> evidence(String holder, String target, int limit) {
    return tables
        .query(
            "SELECT e.article_id, e.sentence_index, e.begin, e.polarity, e.confidence, e.score,"
                + " e.channel, e.time, e.conditional, e.frame, e.operators, e.source_chain,"
                + " e.evidence, a.source, CAST(CAST(a.published_at AS DATE) AS VARCHAR), a.title, e.struck"
                + " FROM stance_evidence e JOIN articles a ON e.article_id = a.article_id WHERE "
                + PAIR
                + " ORDER BY e.struck, e.confidence DESC, abs(e.score) DESC, e.article_id, e.begin, e.time"
                + " LIMIT "
                + limit,
            holder,
            target)
        .rows();
  }

  /** The id that a user means: that with the most evidence among those of the name. */
  private String id(String given, String column) {
    String text = given.strip().toLowerCase(Locale.ROOT);
    var found =
        tables
            .query(
                """
                SELECT s.%1$s, count(*) FROM stance_evidence s
                WHERE lower(s.%1$s) IN (?, ?)
                OR s.%1$s IN (SELECT entity_id FROM entities WHERE lower(name) = ?)
                OR s.%1$s IN (SELECT entity_id FROM entity_aliases WHERE lower(alias) = ?)
                GROUP BY 1 ORDER BY 2 DESC, 1
                """
                    .formatted(column),
                text,
                "issue:" + text,
                text,
                text)
            .rows();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "no %s of any stance is called '%s'%s"
              .formatted(column.replace("_id", ""), given, like(given, column)));
    }
    return String.valueOf(found.get(0).get(0));
  }

  private String like(String given, String column) {
    // What LIKE would read as a pattern stands for anything, as spaces do.
    String words = given.toLowerCase(Locale.ROOT).replaceAll("[%_\\\\\\s]+", "%");
    if (words.replace("%", "").isEmpty()) {
      return "";
    }
    String part = "%" + words + "%";
    var near =
        tables
            .query(
                """
                SELECT s.%1$s, count(*) FROM stance_evidence s
                LEFT JOIN entities e ON e.entity_id = s.%1$s
                WHERE lower(e.name) LIKE ? OR replace(lower(s.%1$s), '_', ' ') LIKE ?
                GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 5
                """
                    .formatted(column),
                part,
                part)
            .rows();
    return near.isEmpty() ? "" : "; near are " + first(near);
  }

  private String targets(String holder) {
    var rows =
        tables
            .query(
                "SELECT target_id, count(*) FROM stance_evidence WHERE holder_id = ?"
                    + " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 5",
                holder)
            .rows();
    return rows.isEmpty() ? "none" : first(rows);
  }

  private static String first(List<List<Object>> rows) {
    return rows.stream().map(row -> String.valueOf(row.get(0))).collect(Collectors.joining(", "));
  }

  private String named(String id) {
    var rows = tables.query("SELECT name FROM entities WHERE entity_id = ?", id).rows();
    return rows.isEmpty() ? id : rows.get(0).get(0) + " (" + id + ")";
  }

  private static String posterior(List<Object> row) {
    return "%s: score %s, 95%% interval %s to %s, P(for > against) %s%n"
            .formatted(row.get(0), two(row.get(1)), two(row.get(2)), two(row.get(3)), p(row.get(4)))
        + "texts: %s for, %s against, %s undecided; %s independent, %s outlets%s%n"
            .formatted(
                one(row.get(5)),
                one(row.get(6)),
                one(row.get(7)),
                row.get(8),
                row.get(9),
                row.get(10) == null ? "" : ", " + row.get(10) + " to " + row.get(11));
  }

  private static String month(List<Object> row) {
    return "  %-8s %s, score %s, %s texts%n"
        .formatted(row.get(12), row.get(0), two(row.get(1)), row.get(8));
  }

  private String evidence(int number, List<Object> row, String holder, String target) {
    int polarity = ((Number) row.get(3)).intValue();
    var how = new ArrayList<String>();
    how.add("frame " + row.get(9));
    ((List<?>) row.get(10)).forEach(operator -> how.add(String.valueOf(operator)));
    how.add(String.valueOf(row.get(6)));
    how.add(String.valueOf(row.get(7)));
    if (Boolean.TRUE.equals(row.get(8))) {
      how.add("conditional");
    }
    if (Boolean.TRUE.equals(row.get(16))) {
      how.add("struck out, counts nowhere");
    }
    var chain = (List<?>) row.get(11);
    if (!chain.isEmpty()) {
      how.add(
          "as told by " + chain.stream().map(String::valueOf).collect(Collectors.joining(" > ")));
    }
    String where =
        "%s, %s%s"
            .formatted(
                row.get(13), row.get(14) == null ? "undated" : row.get(14), title(row.get(15)));
    return """
        %d. %s, confidence %s, score %s: %s
           "%s"
           %s
           holder: %s; target: %s
           article %s, sentence %s, begin %s
        """
        .formatted(
            number,
            polarity > 0 ? "for" : polarity < 0 ? "against" : "undecided",
            two(row.get(4)),
            two(row.get(5)),
            where,
            String.valueOf(row.get(12)).replaceAll("\\s+", " "),
            String.join(", ", how),
            rule(row, holder),
            rule(row, target),
            row.get(0),
            row.get(1),
            row.get(2));
  }

  private static String title(Object title) {
    return title == null || title.toString().isBlank() ? "" : ", " + title;
  }

  /** By which rules an entity stands in a sentence, or why it need not. */
  private String rule(List<Object> row, String id) {
    if (id.startsWith("issue:") || id.startsWith("open:")) {
      return id.startsWith("issue:") ? "words of the issue" : "its own words";
    }
    var rules = new LinkedHashSet<String>();
    for (List<Object> mention :
        tables
            .query(
                "SELECT text, rule FROM mentions WHERE article_id = ? AND sentence_index = "
                    + row.get(1)
                    + " AND entity_id = ? ORDER BY begin",
                String.valueOf(row.get(0)),
                id)
            .rows()) {
      rules.add("\"%s\" by %s".formatted(mention.get(0), mention.get(1)));
    }
    return rules.isEmpty()
        ? "not named in the sentence (a pronoun, or who speaks)"
        : String.join(", ", rules);
  }

  private static String one(Object value) {
    return String.format(Locale.ROOT, "%.1f", ((Number) value).doubleValue());
  }

  private static String two(Object value) {
    return String.format(Locale.ROOT, "%.2f", ((Number) value).doubleValue());
  }

  private static String p(Object value) {
    return String.format(Locale.ROOT, "%.3f", ((Number) value).doubleValue());
  }
}
