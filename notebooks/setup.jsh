// What the notebooks share: %load setup.jsh
import java.awt.Color;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.stream.*;
import org.knowm.xchart.*;
import org.knowm.xchart.style.Styler;
import org.parley.stats.*;
import static org.rapaio.jupyter.kernel.global.Global.display;

/** The folder of the tables; scripts/notebook --warehouse DIR chooses another. */
String warehouse = Optional.ofNullable(System.getenv("PARLEY_WAREHOUSE")).orElse("../warehouse");

/** Rows of a query. */
record Answer(List<String> columns, List<List<Object>> rows) {
  List<Object> column(String name) {
    return rows.stream().map(row -> row.get(columns.indexOf(name))).collect(Collectors.toList());
  }

  List<String> texts(String name) {
    return column(name).stream().map(String::valueOf).toList();
  }

  List<Double> numbers(String name) {
    return column(name).stream().map(value -> ((Number) value).doubleValue()).toList();
  }
}

/** Asks DuckDB, over the views that a run leaves beside its tables. */
Answer sql(String query) throws SQLException {
  var readOnly = new Properties();
  readOnly.put("duckdb.read_only", "true");
  try (var db = DriverManager.getConnection("jdbc:duckdb:" + warehouse + "/parley.duckdb", readOnly);
      var statement = db.createStatement();
      var result = statement.executeQuery(query)) {
    var columns = new ArrayList<String>();
    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
      columns.add(result.getMetaData().getColumnLabel(i));
    }
    var rows = new ArrayList<List<Object>>();
    while (result.next()) {
      var row = new ArrayList<Object>();
      for (int i = 1; i <= columns.size(); i++) {
        row.add(result.getObject(i));
      }
      rows.add(row);
    }
    return new Answer(columns, rows);
  }
}

String escaped(Object value) {
  return String.valueOf(value == null ? "" : value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
}

/** Shows an answer as a table. */
void show(Answer answer) {
  var html = new StringBuilder("<table><tr>");
  answer.columns().forEach(name -> html.append("<th>").append(escaped(name)).append("</th>"));
  for (List<Object> row : answer.rows()) {
    html.append("</tr><tr>");
    for (Object value : row) {
      boolean number = value instanceof Number;
      html.append(number ? "<td style='text-align:right'>" : "<td style='text-align:left'>");
      html.append(value instanceof Double d ? String.format(Locale.ROOT, "%.3f", d) : escaped(value)).append("</td>");
    }
  }
  display("text/html", html.append("</tr></table>").toString());
}

/** Shows a chart, in colours that the colour-blind can tell apart (Okabe and Ito 2008). */
void show(org.knowm.xchart.internal.chartpart.Chart<?, ?> chart) {
  chart.getStyler().setSeriesColors(new Color[] {
      new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7), new Color(0xE69F00)});
  chart.getStyler().setChartBackgroundColor(Color.WHITE).setLegendPosition(Styler.LegendPosition.OutsideE);
  display(BitmapEncoder.getBufferedImage(chart));
}

/** Ends the notebook with an error where an answer in words is not what the tables say. */
void check(boolean holds, String statement) {
  if (!holds) {
    throw new AssertionError("does not hold: " + statement);
  }
}
