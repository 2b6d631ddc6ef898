package org.parley.jobs.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/** How an answer is printed. */
enum AnswerFormat {
  /** Aligned columns for a person; long cells are cut. */
  table {
    @Override
    void print(Answer answer, Appendable out) throws IOException {
      var lines = new ArrayList<List<String>>();
      lines.add(answer.columns());
      answer.rows().forEach(row -> lines.add(row.stream().map(AnswerFormat::cell).toList()));
      int[] widths = new int[answer.columns().size()];
      for (List<String> line : lines) {
        for (int i = 0; i < widths.length; i++) {
          widths[i] = Math.max(widths[i], line.get(i).length());
        }
      }
      lines.add(1, Arrays.stream(widths).mapToObj("-"::repeat).toList());
      for (int n = 0; n < lines.size(); n++) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
          boolean number = n > 1 && answer.rows().get(n - 2).get(i) instanceof Number;
          String text = lines.get(n).get(i);
          String padding = " ".repeat(widths[i] - text.length());
          line.append(i == 0 ? "" : "  ").append(number ? padding + text : text + padding);
        }
        out.append(line.toString().stripTrailing()).append('\n');
      }
      int rows = answer.rows().size();
      out.append("(").append(String.valueOf(rows)).append(rows == 1 ? " row)\n" : " rows)\n");
    }
  },
  csv {
    @Override
    void print(Answer answer, Appendable out) throws IOException {
      var printer = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get().print(out);
      printer.printRecord(answer.columns());
      for (List<Object> row : answer.rows()) {
        printer.printRecord(row.stream().map(AnswerFormat::text).toList());
      }
    }
  },
  jsonl {
    @Override
    void print(Answer answer, Appendable out) throws IOException {
      for (List<Object> row : answer.rows()) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < answer.columns().size(); i++) {
          object.put(answer.columns().get(i), plain(row.get(i)));
        }
        out.append(JSON.writeValueAsString(object)).append('\n');
      }
    }
  };

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CELL_WIDTH = 72;

  /**
   * The format of a name.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  static AnswerFormat of(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no format " + name + "; formats are " + Arrays.toString(values())));
  }

  abstract void print(Answer answer, Appendable out) throws IOException;

  /** A value as text: numbers and words as they are, lists and structs as JSON, null as nothing. */
  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof List || value instanceof Map) {
      try {
        return JSON.writeValueAsString(plain(value));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
    return value.toString();
  }

  private static String cell(Object value) {
    String text =
        value instanceof Double number
            ? shortNumber(number)
            : text(value).replaceAll("\\p{Cntrl}+", " ");
    return text.length() <= CELL_WIDTH ? text : text.substring(0, CELL_WIDTH - 1) + "…";
  }

  private static String shortNumber(double number) {
    double size = Math.abs(number);
    return size != 0 && (size < 0.001 || size >= 1e7)
        ? String.format(Locale.ROOT, "%.2e", number)
        : String.format(Locale.ROOT, "%.3f", number);
  }

  /** A value as Jackson writes it: dates and times as text. */
  private static Object plain(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(AnswerFormat::plain).toList();
    }
    if (value instanceof Map<?, ?> map) {
      var copy = new LinkedHashMap<String, Object>();
      map.forEach((key, item) -> copy.put(key.toString(), plain(item)));
      return copy;
    }
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : value.toString();
  }
}
