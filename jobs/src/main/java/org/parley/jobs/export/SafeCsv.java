package org.parley.jobs.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.Row;

/** CSV in which no cell is a formula for a spreadsheet. */
final class SafeCsv {
  private SafeCsv() {}

  /** Writes a header and rows, with Internet line ends as RFC 4180 asks. */
  static void write(OutputStream out, CSVFormat format, List<String> header, Iterator<Row> rows)
      throws IOException {
    var writer = new OutputStreamWriter(out, UTF_8);
    CSVPrinter printer = format.print(writer);
    printer.printRecord(header);
    while (rows.hasNext()) {
      Row row = rows.next();
      for (int i = 0; i < row.size(); i++) {
        printer.print(cell(row.get(i)));
      }
      printer.println();
    }
    writer.flush();
  }

  /**
   * A cell that a spreadsheet takes for text: what begins like a formula, or only after blanks,
   * gets an apostrophe before it.
   */
  static Object cell(Object value) {
    if (!(value instanceof String text) || text.isEmpty()) {
      return value;
    }
    String visible = text.stripLeading();
    boolean formula =
        (!visible.isEmpty() && "=+-@＝＋－＠".indexOf(visible.charAt(0)) >= 0)
            || "\t\r\n".indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : value;
  }
}
