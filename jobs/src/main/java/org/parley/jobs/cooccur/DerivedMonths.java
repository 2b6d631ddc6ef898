package org.parley.jobs.cooccur;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/**
 * What the months of the tables of pairs and entities are made from, so that a month whose states
 * have not changed keeps its rows.
 */
final class DerivedMonths {
  /** To be raised whenever the same states give other rows. */
  private static final String VERSION = "2";

  private final Warehouse warehouse;
  private final Calendar calendar;
  private final Map<String, String> digests = new TreeMap<>();

  /**
   * The months of a corpus.
   *
   * @param states digests of the states of each month
   * @param names who is named in which month
   * @param leastWindows a setting on which the rows depend
   */
  DerivedMonths(
      Warehouse warehouse,
      Calendar calendar,
      Map<String, String> states,
      StateDictionary names,
      PartOf partOf,
      int leastWindows) {
    this.warehouse = warehouse;
    this.calendar = calendar;
    for (int month = 0; month < calendar.size(); month++) {
      digests.put(
          calendar.month(month),
          "%s, %s, %d, %s"
              .formatted(
                  VERSION,
                  states.get(calendar.month(month)),
                  leastWindows,
                  partOf.digest(names, calendar.month(month))));
    }
  }

  /** The digests by month. */
  Map<String, String> digests() {
    return digests;
  }

  /** The numbers of the months whose rows in a table are not there or are of other states. */
  BitSet stale(Table table) {
    var made = warehouse.months(table);
    var stale = new BitSet();
    for (int month = 0; month < calendar.size(); month++) {
      String name = calendar.month(month);
      stale.set(month, !digests.get(name).equals(made.get(name)));
    }
    return stale;
  }
}
