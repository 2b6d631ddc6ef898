package org.parley.jobs.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The strongest findings of a corpus as sentences, each with how sure it is. */
final class Findings {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private static final int STANCES = 4;
  private static final int ISSUES = 2;
  private static final int PAIRS = 3;
  private static final int BURSTS = 2;
  private static final int NAMES = 4;

  /** A pair below this is an anecdote, and one of a few outlets is theirs. */
  private static final int FEWEST_SENTENCES = 3;

  private static final double FEWEST_OUTLETS = 0.1;

  private static final double SIGNIFICANT = 0.05;

  private final ReportData data;
  private final Function<String, String> name;

  private Findings(ReportData data) {
    this.data = data;
    this.name = EntitySection.names(data.entities());
  }

  /**
   * A finding.
   *
   * @param text what was found
   * @param certainty on what it rests and how sure it is
   * @param link the part of the page that shows it
   */
  record Finding(String text, String certainty, String link) {}

  static List<Finding> of(ReportData data) {
    var findings = new Findings(data);
    var all = new ArrayList<Finding>();
    all.addAll(findings.stances());
    all.addAll(findings.dividedIssues());
    all.addAll(findings.pairs());
    all.addAll(findings.bursts());
    all.addAll(findings.blocs());
    return all;
  }

  /** An ISO date in English, e.g. 11 May 2025. */
  static String day(String iso) {
    return iso == null ? "an unknown day" : LocalDate.parse(iso).format(DAY);
  }

  /** A count with its noun: 1 text, 2,300 texts. */
  static String counted(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }

  private List<Finding> stances() {
    return data.stances().stream()
        .filter(stance -> takesSide(stance))
        .sorted(
            Comparator.comparing(
                (ReportData.Stance stance) -> -stance.texts() * Math.abs(stance.score())))
        .limit(STANCES)
        .map(
            stance ->
                new Finding(
                    "%s is %s %s."
                        .formatted(
                            name.apply(stance.holder()),
                            stance.verdict().equals("favour") ? "for" : "against",
                            name.apply(stance.target())),
                    "%s of %s since %s; score %+.2f, 95%% interval %+.2f to %+.2f; %s that this is the side taken."
                        .formatted(
                            counted(stance.texts(), "independent text"),
                            counted(stance.outlets(), "outlet"),
                            day(stance.first()),
                            stance.score(),
                            stance.low(),
                            stance.high(),
                            percent(Math.max(stance.favour(), 1 - stance.favour()))),
                    "#/profile/" + stance.holder()))
        .toList();
  }

  private List<Finding> dividedIssues() {
    Map<String, List<ReportData.Stance>> byIssue =
        data.stances().stream()
            .filter(stance -> stance.target().startsWith("issue:") && takesSide(stance))
            .collect(
                Collectors.groupingBy(
                    ReportData.Stance::target, TreeMap::new, Collectors.toList()));
    return byIssue.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().stream().map(ReportData.Stance::verdict).distinct().count() == 2)
        .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
        .limit(ISSUES)
        .map(
            entry ->
                new Finding(
                    "%s divides: for it %s; against it %s."
                        .formatted(
                            capital(name.apply(entry.getKey())),
                            holders(entry.getValue(), s -> s.verdict().equals("favour")),
                            holders(entry.getValue(), s -> s.verdict().equals("against"))),
                    "The sides with a verdict; %s in all took a position that is not clear enough."
                        .formatted(
                            counted(
                                data.stances().stream()
                                    .filter(s -> s.target().equals(entry.getKey()) && !takesSide(s))
                                    .count(),
                                "holder")),
                    "#/profile/" + entry.getKey()))
        .toList();
  }

  private List<Finding> pairs() {
    return data.pairs().stream()
        .filter(pair -> !pair.part() && pair.n() >= FEWEST_SENTENCES && pair.q() < SIGNIFICANT)
        .filter(pair -> !name.apply(pair.a()).equals(name.apply(pair.b())))
        .filter(
            pair -> pair.outlets() >= Math.max(2, FEWEST_OUTLETS * data.corpus().outlets().size()))
        .sorted(Comparator.comparing((ReportData.Pair pair) -> -pair.low()))
        .limit(PAIRS)
        .map(
            pair ->
                new Finding(
                    "%s and %s share %s, %s as many as chance explains."
                        .formatted(
                            name.apply(pair.a()),
                            name.apply(pair.b()),
                            counted(pair.n(), "sentence"),
                            times(pair.n() / pair.expected())),
                    "%s of %s; 95%% interval of the odds from %s those of chance, %s."
                        .formatted(
                            counted(pair.clusters(), "independent text"),
                            counted(pair.outlets(), "outlet"),
                            times(Math.exp(pair.low())),
                            pair.q() < 0.001
                                ? "q < 0.001"
                                : String.format(Locale.ROOT, "q = %.3f", pair.q())),
                    "#/profile/" + pair.a()))
        .toList();
  }

  private List<Finding> bursts() {
    return data.bursts().stream()
        .limit(BURSTS)
        .map(
            burst ->
                new Finding(
                    "%s was named far more than usual from %s to %s."
                        .formatted(
                            name.apply(burst.entity()), day(burst.begin()), day(burst.end())),
                    "%s in that time; gain over the ordinary rate %.1f nats (Kleinberg)."
                        .formatted(counted(burst.texts(), "independent text"), burst.weight()),
                    "#/profile/" + burst.entity()))
        .toList();
  }

  private List<Finding> blocs() {
    return data.blocs().stream()
        .limit(1)
        .map(
            bloc ->
                new Finding(
                    "The largest bloc: %s.".formatted(list(bloc.stream().map(name).toList())),
                    "They agree more often than they differ on targets on which both have a verdict.",
                    "#blocs"))
        .toList();
  }

  private String holders(List<ReportData.Stance> stances, Predicate<ReportData.Stance> side) {
    return list(stances.stream().filter(side).map(s -> name.apply(s.holder())).toList());
  }

  private static boolean takesSide(ReportData.Stance stance) {
    return stance.verdict().equals("favour") || stance.verdict().equals("against");
  }

  private static String list(List<String> names) {
    if (names.size() > NAMES) {
      return String.join(", ", names.subList(0, NAMES))
          + " and "
          + counted(names.size() - NAMES, "other");
    }
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }

  private static String times(double factor) {
    return factor >= 100
        ? "more than 100 times"
        : String.format(Locale.ROOT, factor >= 10 ? "%.0f times" : "%.1f times", factor);
  }

  private static String percent(double probability) {
    return probability > 0.995
        ? "more than 99% sure"
        : String.format(Locale.ROOT, "%.0f%% sure", 100 * probability);
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
