package org.parley.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups holders who agree more than they differ: greedy correlation clustering (after Bansal, Blum
 * and Chawla 2004). Each holder begins alone; the two groups with the largest sum of agreements
 * minus differences between them join, as long as that sum is above 0.
 */
final class Blocs {
  private Blocs() {}

  /** The groups of two and more, the largest first; members and ties by id. */
  static List<List<String>> of(List<ReportData.Agreement> agreements) {
    var groups = new TreeMap<String, List<String>>();
    var net = new HashMap<String, Map<String, Long>>();
    for (var pair : agreements) {
      groups.put(pair.a(), List.of(pair.a()));
      groups.put(pair.b(), List.of(pair.b()));
      add(net, pair.a(), pair.b(), pair.agree() - pair.differ());
      add(net, pair.b(), pair.a(), pair.agree() - pair.differ());
    }
    for (; ; ) {
      String left = null;
      String right = null;
      long best = 0;
      for (String a : groups.keySet()) {
        for (var entry : new TreeMap<>(net.getOrDefault(a, Map.of())).entrySet()) {
          if (entry.getValue() > best && a.compareTo(entry.getKey()) < 0) {
            left = a;
            right = entry.getKey();
            best = entry.getValue();
          }
        }
      }
      if (left == null) {
        return groups.values().stream()
            .filter(group -> group.size() > 1)
            .sorted(
                Comparator.comparing((List<String> group) -> -group.size())
                    .thenComparing(group -> group.get(0)))
            .toList();
      }
      join(groups, net, left, right);
    }
  }

  /** Puts one group into another; a group goes by the id of its first member. */
  private static void join(
      Map<String, List<String>> groups,
      Map<String, Map<String, Long>> net,
      String left,
      String right) {
    var members = new ArrayList<>(groups.get(left));
    members.addAll(groups.remove(right));
    members.sort(null);
    groups.put(left, List.copyOf(members));
    var moved = net.remove(right);
    moved.remove(left);
    net.get(left).remove(right);
    moved.forEach(
        (other, sum) -> {
          net.get(other).remove(right);
          add(net, left, other, sum);
          add(net, other, left, sum);
        });
  }

  private static void add(Map<String, Map<String, Long>> net, String a, String b, long value) {
    net.computeIfAbsent(a, id -> new HashMap<>()).merge(b, value, Long::sum);
  }
}
