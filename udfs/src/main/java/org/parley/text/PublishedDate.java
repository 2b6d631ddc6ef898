package org.parley.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of publication as outlets and crawlers write them: ISO 8601 and its loose forms, RFC 1123,
 * "Aug. 18, 2025, 3:02 p.m. EDT", "18 August 2025", seconds or milliseconds since 1970. A date
 * without a time is its midnight, a time without a zone is UTC.
 */
public final class PublishedDate {
  /** Years outside are mistakes: {@code 0001-01-01} and the like stand for an unknown date. */
  private static final int MIN_YEAR = 1700;

  private static final int MAX_YEAR = 2099;

  private static final String TIME =
      "(?:[,;]?\\s*(?:at\\s+)?[T ]?\\s*(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?"
          + "\\s*([ap]\\.?m\\.?)?\\s*(Z|[A-Z]{2,5}(?=$|[^A-Za-z])|(?:UTC|GMT)?\\s*[+-]\\d{2}:?\\d{2}?)?)?";
  private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";

  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})" + TIME + "(?:\\[[\\w/]+\\])?.{0,20}");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?()(Z|[+-]\\d{4})?)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?:[a-z]{3,9}\\.?,?\\s+)?" + DAY + "[ -]" + MONTH + ",?[ -](\\d{4})" + TIME + ".{0,20}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?:[a-z]{3,9}\\.?,?\\s+)?" + MONTH + "\\s+" + DAY + ",?\\s+(\\d{4})" + TIME + ".{0,20}",
          Pattern.CASE_INSENSITIVE);

  /** Java's {@code Date.toString}, as in {@code Mon Aug 18 14:03:22 UTC 2025}. */
  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "[a-z]{3},?\\s+"
              + MONTH
              + "\\s+"
              + DAY
              + "\\s+(\\d{2}):(\\d{2}):(\\d{2})()\\s+"
              + "([A-Z]{2,5}|[+-]\\d{4})?\\s*(\\d{4})",
          Pattern.CASE_INSENSITIVE);

  /** As in {@code 11:05 PM EST Nov. 19, 2024}. */
  private static final Pattern TIME_FIRST =
      Pattern.compile(
          "(\\d{1,2})[:.](\\d{2})()\\s*([ap]\\.?m\\.?)?\\s*([A-Z]{2,5})?,?\\s+(?:on\\s+)?"
              + "(?:[a-z]{3,9}\\.?,?\\s+)?"
              + MONTH
              + "\\s+"
              + DAY
              + ",?\\s+(\\d{4}).{0,20}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LEAD_IN =
      Pattern.compile(
          "^(?:first |last |originally )?(?:published|posted|updated|modified|created|issued)?(?: on| at)?\\s*[:|]?\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern EPOCH = Pattern.compile("(\\d{9,10}|\\d{12,13})(?:\\.\\d+)?");

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** Zone letters as news pages use them; others are taken as UTC. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("ET", "America/New_York"),
          Map.entry("CST", "-06:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("CT", "America/Chicago"),
          Map.entry("MST", "-07:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("MT", "America/Denver"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"),
          Map.entry("PT", "America/Los_Angeles"),
          Map.entry("BST", "+01:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("EET", "+02:00"),
          Map.entry("EEST", "+03:00"),
          Map.entry("MSK", "+03:00"),
          Map.entry("IST", "+05:30"),
          Map.entry("SGT", "+08:00"),
          Map.entry("HKT", "+08:00"),
          Map.entry("JST", "+09:00"),
          Map.entry("KST", "+09:00"),
          Map.entry("AEST", "+10:00"),
          Map.entry("AEDT", "+11:00"));

  private PublishedDate() {}

  /** The moment that a date states; empty where it is none or impossible. */
  public static Optional<OffsetDateTime> parse(String date) {
    if (date == null || date.length() > 100) {
      return Optional.empty();
    }
    try {
      String stated = LEAD_IN.matcher(date.strip()).replaceFirst("");
      return parsed(stated).filter(d -> d.getYear() >= MIN_YEAR && d.getYear() <= MAX_YEAR);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<OffsetDateTime> parsed(String date) {
    Matcher m = COMPACT.matcher(date);
    if (m.matches() && plausible(m)) {
      return Optional.of(
          moment(m.group(1), Integer.parseInt(m.group(2)), m.group(3), new Clock(m, 4)));
    }
    m = EPOCH.matcher(date);
    if (m.matches()) {
      long number = Long.parseLong(m.group(1));
      long millis = m.group(1).length() > 10 ? number : number * 1000;
      return Optional.of(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
    }
    m = YEAR_FIRST.matcher(date);
    if (m.matches()) {
      return Optional.of(
          moment(m.group(1), Integer.parseInt(m.group(2)), m.group(3), new Clock(m, 4)));
    }
    m = DAY_FIRST.matcher(date);
    if (m.matches()) {
      return Optional.of(moment(m.group(3), month(m.group(2)), m.group(1), new Clock(m, 4)));
    }
    m = MONTH_FIRST.matcher(date);
    if (m.matches()) {
      return Optional.of(moment(m.group(3), month(m.group(1)), m.group(2), new Clock(m, 4)));
    }
    m = TIME_FIRST.matcher(date);
    if (m.matches()) {
      return Optional.of(moment(m.group(8), month(m.group(6)), m.group(7), new Clock(m, 1)));
    }
    m = YEAR_LAST.matcher(date);
    if (m.matches()) {
      return Optional.of(moment(m.group(8), month(m.group(1)), m.group(2), new Clock(m, 3)));
    }
    return Optional.empty();
  }

  /** Eight digits are a date rather than a count if they can be one. */
  private static boolean plausible(Matcher m) {
    int year = Integer.parseInt(m.group(1));
    return year >= MIN_YEAR && year <= MAX_YEAR && Integer.parseInt(m.group(2)) <= 12;
  }

  /** The time of day in five groups of a match: hour, minute, second, half of the day, zone. */
  private record Clock(Matcher match, int first) {
    LocalTime time() {
      if (group(0) == null) {
        return LocalTime.MIDNIGHT;
      }
      int hour = Integer.parseInt(group(0));
      String half = group(3) == null ? "" : group(3).toLowerCase(Locale.ROOT);
      if (half.startsWith("p") && hour < 12) {
        hour += 12;
      } else if (half.startsWith("a") && hour == 12) {
        hour = 0;
      }
      int second = group(2) == null ? 0 : Integer.parseInt(group(2));
      return hour == 24
          ? LocalTime.MIDNIGHT
          : LocalTime.of(hour, Integer.parseInt(group(1)), second);
    }

    ZoneId zone() {
      String zone = group(4) == null ? "" : group(4).strip().toUpperCase(Locale.ROOT);
      int sign = Math.max(zone.indexOf('+'), zone.indexOf('-'));
      if (sign >= 0) {
        return ZoneOffset.of(zone.substring(sign));
      }
      return ZoneId.of(ZONES.getOrDefault(zone, "Z"));
    }

    private String group(int index) {
      String group = match.group(first + index);
      return group == null || group.isEmpty() ? null : group;
    }
  }

  private static OffsetDateTime moment(String year, int month, String day, Clock clock) {
    var date = LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
    return LocalDateTime.of(date, clock.time()).atZone(clock.zone()).toOffsetDateTime();
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
  }
}
