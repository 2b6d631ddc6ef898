package org.parley.jobs.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.csv.CSVFormat;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.TableSchema;
import org.parley.jobs.table.Warehouse;

/**
 * Writes the tables for other programs: networks for Gephi, tables for spreadsheets and scripts,
 * statements for the Discourse Network Analyzer, and what to cite.
 */
public final class ExportJob {
  /** What is written as CSV and JSON lines: all but whole texts and their annotations. */
  private static final Set<Table> TABLES =
      EnumSet.complementOf(EnumSet.of(Table.ARTICLES, Table.ANNOTATIONS, Table.JOB_METRICS));

  private ExportJob() {}

  /** What can be written. */
  public enum Format {
    /** Networks of co-occurrence and of stances, with months, for Gephi. */
    gexf,
    /** The same for yEd, igraph, networkx and Gephi. */
    graphml,
    /** The tables, without their nested columns; no cell is a formula. */
    csv,
    /** The tables, one JSON object a row. */
    jsonl,
    /** Stance evidence as statements of the Discourse Network Analyzer. */
    dna,
    /** What was run on what, for a section on methods: text, CFF and BibTeX. */
    citation
  }

  /**
   * What to write where.
   *
   * @param warehouse folder of the tables
   * @param output folder of the files, on any Hadoop file system
   * @param formats what to write
   * @param minTexts pairs that fewer independent texts name are left out of networks and of the
   *     table of co-occurrence, whose months and voices stay in the warehouse
   */
  public record Config(String warehouse, String output, Set<Format> formats, int minTexts) {
    /** One text is an anecdote, and most pairs have no more. */
    public static final int DEFAULT_MIN_TEXTS = 2;

    public Config {
      formats = Set.copyOf(formats);
      if (minTexts < 1) {
        throw new IllegalArgumentException("a pair has at least one text; got " + minTexts);
      }
    }

    /** Everything there is. */
    public static Config of(String warehouse, String output) {
      return new Config(warehouse, output, EnumSet.allOf(Format.class), DEFAULT_MIN_TEXTS);
    }
  }

  /** The files written. */
  public record Result(List<String> files) {
    public Result {
      files = List.copyOf(files);
    }

    /** One line for a person. */
    public String summary() {
      return "export: " + String.join(", ", files);
    }
  }

  /** Writes all files in place of older ones. */
  public static Result run(SparkSession spark, Config config) {
    spark.sparkContext().setJobGroup("export", "Parley export", false);
    var warehouse = new Warehouse(spark, config.warehouse());
    var written = new ArrayList<String>();
    try {
      var folder = new Path(config.output());
      FileSystem system = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
      var files = new Files(system, folder, written);
      for (Format format : Format.values()) {
        if (config.formats().contains(format)) {
          write(format, spark, warehouse, config.minTexts(), files);
        }
      }
    } catch (IOException | XMLStreamException e) {
      throw new UncheckedIOException(
          "cannot export to " + config.output() + ": " + e.getMessage(),
          e instanceof IOException io ? io : new IOException(e));
    } finally {
      spark.sparkContext().clearJobGroup();
    }
    return new Result(written);
  }

  private static void write(
      Format format, SparkSession spark, Warehouse warehouse, int minTexts, Files files)
      throws IOException, XMLStreamException {
    switch (format) {
      case gexf -> {
        files.write(
            "cooccurrence.gexf",
            out -> GexfWriter.write(Graphs.cooccurrence(spark, warehouse, minTexts), out));
        files.write("stances.gexf", out -> GexfWriter.write(Graphs.stances(spark, warehouse), out));
      }
      case graphml -> {
        files.write(
            "cooccurrence.graphml",
            out -> GraphMlWriter.write(Graphs.cooccurrence(spark, warehouse, minTexts), out));
        files.write(
            "stances.graphml", out -> GraphMlWriter.write(Graphs.stances(spark, warehouse), out));
      }
      case csv -> {
        for (Table table : TABLES) {
          files.write(
              table.tableName() + ".csv", out -> csv(rows(warehouse, table, minTexts), table, out));
        }
      }
      case jsonl -> {
        for (Table table : TABLES) {
          files.write(
              table.tableName() + ".jsonl", out -> jsonl(rows(warehouse, table, minTexts), out));
        }
      }
      case dna ->
          files.write("dna-statements.csv", out -> DnaStatements.write(spark, warehouse, out));
      case citation -> {
        var citation = Citation.of(spark, warehouse);
        files.write("methods.txt", out -> out.write(citation.methods().getBytes(UTF_8)));
        files.write("CITATION.cff", out -> out.write(citation.cff().getBytes(UTF_8)));
        files.write("citation.bib", out -> out.write(citation.bibtex().getBytes(UTF_8)));
      }
    }
  }

  /** What is written of a table: pairs of the whole corpus only, all rows of the others. */
  private static Dataset<Row> rows(Warehouse warehouse, Table table, int minTexts) {
    Dataset<Row> rows = warehouse.readOrEmpty(table);
    return switch (table) {
      case COOCCURRENCE ->
          rows.where("month = 'all' AND voice = 'all' AND cluster_count >= " + minTexts);
      case COOCCURRENCE_BACKBONE ->
          rows.join(
              rows(warehouse, Table.COOCCURRENCE, minTexts),
              new String[] {"context", "entity_a", "entity_b"},
              "left_semi");
      default -> rows;
    };
  }

  private static void csv(Dataset<Row> rows, Table table, OutputStream out) throws IOException {
    List<String> columns =
        table.schema().columns().stream()
            .filter(column -> !column.type().contains("<"))
            .map(TableSchema.Column::name)
            .toList();
    var flat =
        rows.selectExpr(columns.stream().map(name -> '`' + name + '`').toArray(String[]::new));
    SafeCsv.write(out, CSVFormat.RFC4180, columns, flat.toLocalIterator());
  }

  private static void jsonl(Dataset<Row> rows, OutputStream out) throws IOException {
    var lines = rows.toJSON().toLocalIterator();
    while (lines.hasNext()) {
      out.write(lines.next().getBytes(UTF_8));
      out.write('\n');
    }
  }

  /** What writes one file. */
  private interface Content {
    void write(OutputStream out) throws IOException, XMLStreamException;
  }

  /** A folder of files, and the names of those written. */
  private record Files(FileSystem system, Path folder, List<String> written) {
    void write(String name, Content content) throws IOException, XMLStreamException {
      try (OutputStream out = system.create(new Path(folder, name), true)) {
        content.write(out);
      }
      written.add(name);
    }
  }
}
