package org.parley.jobs.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.csv.CSVFormat;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.TableSchema;
import org.parley.jobs.table.Warehouse;

/**
 * Writes the tables for other tools: the network of entities as GEXF and GraphML (Gephi), the flat
 * tables as CSV in which no cell is a formula for a spreadsheet.
 */
public final class ExportJob {
  /** What is written as CSV: tables without nested columns and without whole texts. */
  private static final Set<Table> FLAT =
      Set.of(
          Table.REJECTS,
          Table.DOCUMENT_STATUS,
          Table.MENTIONS,
          Table.ENTITIES,
          Table.ENTITY_ALIASES,
          Table.QUOTES,
          Table.COOCCURRENCE,
          Table.ENTITY_STATS,
          Table.COOCCURRENCE_BACKBONE,
          Table.ENTITY_NETWORK,
          Table.BURSTS,
          Table.STANCE_EVIDENCE,
          Table.STANCE_STATS,
          Table.ACTOR_CONGRUENCE);

  private ExportJob() {}

  /**
   * What to write where.
   *
   * @param warehouse folder of the tables
   * @param output folder of the files, on any Hadoop file system
   */
  public record Config(String warehouse, String output) {}

  /** The files written. */
  public record Result(List<String> files) {
    /** One line for a person. */
    public String summary() {
      return "export: " + String.join(", ", files);
    }
  }

  /** Writes all files in place of older ones. */
  public static Result run(SparkSession spark, Config config) {
    spark.sparkContext().setJobGroup("export", "Parley export", false);
    var warehouse = new Warehouse(spark, config.warehouse());
    var files = new ArrayList<String>();
    try {
      var folder = new Path(config.output());
      FileSystem fs = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
      var network = Network.of(spark, warehouse);
      try (OutputStream out = fs.create(file(folder, "network.gexf", files), true)) {
        network.writeGexf(out);
      }
      try (OutputStream out = fs.create(file(folder, "network.graphml", files), true)) {
        network.writeGraphMl(out);
      }
      for (Table table : Table.values()) {
        if (FLAT.contains(table)) {
          try (OutputStream out =
              fs.create(file(folder, table.tableName() + ".csv", files), true)) {
            writeCsv(warehouse, table, out);
          }
        }
      }
    } catch (IOException | XMLStreamException e) {
      throw new UncheckedIOException(
          "cannot export to " + config.output() + ": " + e.getMessage(),
          e instanceof IOException io ? io : new IOException(e));
    }
    return new Result(files);
  }

  private static Path file(Path folder, String name, List<String> files) {
    files.add(name);
    return new Path(folder, name);
  }

  private static void writeCsv(Warehouse warehouse, Table table, OutputStream out)
      throws IOException {
    List<String> columns =
        table.schema().columns().stream()
            .filter(column -> !column.type().contains("<"))
            .map(TableSchema.Column::name)
            .toList();
    var rows =
        warehouse.readOrEmpty(table).selectExpr(columns.toArray(String[]::new)).toLocalIterator();
    var writer = new OutputStreamWriter(out, UTF_8);
    var printer = CSVFormat.RFC4180.print(writer);
    printer.printRecord(columns);
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
   * A cell that a spreadsheet takes for text: what begins like a formula gets an apostrophe before
   * it.
   */
  static Object cell(Object value) {
    return value instanceof String text
            && !text.isEmpty()
            && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : value;
  }
}
