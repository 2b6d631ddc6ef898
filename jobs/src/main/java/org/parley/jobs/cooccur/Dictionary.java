package org.parley.jobs.cooccur;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.unsafe.types.UTF8String;

/** Names and their numbers, which ascend with the names. One serves all tasks of a JVM. */
final class Dictionary implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String[] names;
  private transient Map<UTF8String, Integer> numbers;

  private Dictionary(String[] names) {
    this.names = names;
  }

  /** The different names of a list. */
  static Dictionary of(List<String> names) {
    return new Dictionary(names.stream().distinct().sorted().toArray(String[]::new));
  }

  /** The names of a column, sorted on the driver: a million take a second. */
  static Dictionary of(Dataset<Row> rows, String column) {
    return of(
        rows.select(column)
            .where(column + " IS NOT NULL")
            .distinct()
            .as(Encoders.STRING())
            .collectAsList());
  }

  int size() {
    return names.length;
  }

  String name(int number) {
    return names[number];
  }

  /** The number of a name, or -1. */
  int number(String name) {
    return Math.max(-1, Arrays.binarySearch(names, name));
  }

  /** Numbers by names as Spark holds them. */
  synchronized Map<UTF8String, Integer> numbers() {
    if (numbers == null) {
      var map = new HashMap<UTF8String, Integer>(names.length * 2);
      for (int i = 0; i < names.length; i++) {
        map.put(UTF8String.fromString(names[i]), i);
      }
      numbers = map;
    }
    return numbers;
  }

  List<String> names() {
    return List.of(names);
  }
}
