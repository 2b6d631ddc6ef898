package org.parley.jobs.bench;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that no newsroom wrote and every crawl holds, by what is wrong with them. */
final class HostileTexts {
  private HostileTexts() {}

  /** All of them. */
  static Map<String, String> all() {
    var texts = new LinkedHashMap<String, String>();
    texts.put("nothing", "");
    texts.put("five megabytes in one line", "The ferry left the pier. ".repeat(200_000));
    texts.put("a table of 100,000 rows", table());
    texts.put("no punctuation", "ships sail slowly southward ".repeat(36_000));
    texts.put("no spaces", "a".repeat(1_000_000));
    texts.put("one surname", "Okafor ".repeat(20_000));
    texts.put("one full name", "Elena Marsh ".repeat(10_000));
    texts.put("names and nothing else", names());
    texts.put("nested brackets", "(".repeat(20_000) + "x" + ")".repeat(20_000));
    texts.put("brackets and words", "a (b [c {d ".repeat(5_000));
    texts.put("nested quotation marks", "“".repeat(20_000) + "x" + "”".repeat(20_000));
    texts.put("straight quotation marks", "\"'".repeat(20_000));
    texts.put("single quotation marks", "'a ".repeat(20_000));
    texts.put("quotations that never end", "“We said ‘no, ".repeat(5_000));
    texts.put("reporting verbs", "said said that said ".repeat(5_000));
    texts.put("control characters", "\u0000\u0001\u001b[31m\u0007 bell ".repeat(5_000));
    texts.put("emoji", "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udcbb ".repeat(6_000));
    texts.put(
        "right to left",
        "\u202b\u05e9\u05dc\u05d5\u05dd \u0633\u0644\u0627\u0645\u202c ".repeat(4_000));
    texts.put("combining marks", "a" + "\u0301".repeat(30_000));
    texts.put("lone surrogates", "\ud800 \udc00x ".repeat(6_000));
    texts.put("base64", base64());
    texts.put("10,000 one-word sentences", "Stop. ".repeat(10_000));
    texts.put("full stops", ".".repeat(30_000));
    texts.put("addresses", "http://example.org/a?b=c&d=e ".repeat(2_000));
    return texts;
  }

  private static String table() {
    return IntStream.range(0, 100_000)
        .mapToObj(i -> i + "\t" + i % 7 * 1_000 + "\tTarn River\t-\n")
        .collect(Collectors.joining());
  }

  /** Different names, so that each may be somebody else or a form of another. */
  private static String names() {
    return IntStream.range(0, 10_000)
        .mapToObj(
            i -> "%c%s %c%s".formatted('A' + i % 26, "lan".repeat(1 + i % 3), 'A' + i % 23, "berg"))
        .collect(Collectors.joining(", "));
  }

  private static String base64() {
    var bytes = new byte[60_000];
    new Random(7).nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
