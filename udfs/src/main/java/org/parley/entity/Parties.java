package org.parley.entity;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.parley.seed.Seeds;

/** Who belongs to which party on which day: the rows of entities/parties.csv. Immutable. */
public final class Parties {
  private static final String FILE = "entities/parties.csv";

  private final Map<String, List<Membership>> memberships = new HashMap<>();

  private Parties() {}

  /** A party and the days of which that is known; null where it held all the time. */
  private record Membership(String party, LocalDate from, LocalDate to) {
    boolean heldOn(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }
  }

  /**
   * The parties of the seeds.
   *
   * @throws IllegalArgumentException if a row has no date where one is wanted; the message names it
   */
  public static Parties of(Seeds seeds) {
    var parties = new Parties();
    for (CSVRecord row : seeds.csv(FILE)) {
      parties
          .memberships
          .computeIfAbsent(row.get("person_id"), id -> new ArrayList<>())
          .add(new Membership(row.get("party"), date(row, "from"), date(row, "to")));
    }
    return parties;
  }

  private static LocalDate date(CSVRecord row, String column) {
    String value = row.get(column);
    try {
      return value.isEmpty() ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "%s, record %d: %s is not a date like 2025-01-31: %s"
              .formatted(FILE, row.getRecordNumber(), column, value),
          e);
    }
  }

  /** The parties that a person belonged to on a day, in seed order; mostly one or none. */
  public List<String> of(String personId, LocalDate day) {
    return memberships.getOrDefault(personId, List.of()).stream()
        .filter(membership -> membership.heldOn(day))
        .map(Membership::party)
        .toList();
  }
}
