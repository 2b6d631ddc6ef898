package org.parley.jobs.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

/**
 * The evidence of stances as statements of the Discourse Network Analyzer (Leifeld 2017): the
 * columns, separator and quoting of its event list, with the variables of its type "DNA Statement".
 * A statement needs a side, so evidence that is explicitly undecided is left out.
 */
final class DnaStatements {
  static final List<String> COLUMNS =
      List.of(
          "statement_id",
          "time",
          "person",
          "organization",
          "concept",
          "agreement",
          "start_position",
          "stop_position",
          "text",
          "coder",
          "document_id",
          "document_title",
          "document_author",
          "document_source",
          "document_section",
          "document_type");

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setDelimiter(';')
          .setQuoteMode(QuoteMode.NON_NUMERIC)
          .setRecordSeparator('\n')
          .get();

  /** DNA's own export has no semicolon and no double quotation mark within a text. */
  private static final String PLAIN = "translate(coalesce(%s, ''), ';\"', ',\\'')";

  private DnaStatements() {}

  static void write(SparkSession spark, Warehouse warehouse, OutputStream out) throws IOException {
    for (Table table : List.of(Table.STANCE_EVIDENCE, Table.ARTICLES, Table.ENTITIES)) {
      warehouse.readOrEmpty(table).createOrReplaceTempView(table.tableName());
    }
    var statements =
        spark.sql(
            "WITH statements AS (SELECT v.*, a.published_at, a.title, a.authors, a.source, a.url,"
                + " coalesce(h.name, v.holder_id) AS holder, h.type AS holder_type,"
                + " coalesce(t.name, replace(regexp_replace(v.target_id, '^(issue|open):', ''), '_', ' ')) AS concept,"
                + " dense_rank() OVER (ORDER BY a.published_at, v.article_id) AS document_id"
                + " FROM stance_evidence v JOIN articles a USING (article_id)"
                + " LEFT JOIN entities h ON h.entity_id = v.holder_id"
                + " LEFT JOIN entities t ON t.entity_id = v.target_id WHERE v.polarity <> 0)"
                + " SELECT CAST(row_number() OVER (ORDER BY published_at, article_id, begin, end,"
                + " holder_id, target_id, polarity, frame) AS INT),"
                + " date_format(published_at, 'yyyy-MM-dd HH:mm:ss'),"
                + PLAIN.formatted("if(holder_type = 'person', holder, '')")
                + ", "
                + PLAIN.formatted("if(holder_type = 'person', '', holder)")
                + ", "
                + PLAIN.formatted("concept")
                + ", if(polarity > 0, 1, 0), begin, end, "
                + PLAIN.formatted("evidence")
                + ", 1, document_id, "
                + PLAIN.formatted("title")
                + ", "
                + PLAIN.formatted("array_join(authors, ', ')")
                + ", "
                + PLAIN.formatted("source")
                + ", '', 'article' FROM statements ORDER BY 1");
    SafeCsv.write(out, FORMAT, COLUMNS, statements.toLocalIterator());
  }
}
