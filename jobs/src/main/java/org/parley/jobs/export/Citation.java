package org.parley.jobs.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.table.RunRecord;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * What a section on methods has to say of a warehouse: what was run, on what, with which versions.
 *
 * @param run the last whole run, or one of which nothing is known
 * @param corpus counts of the corpus by name, e.g. articles to 3653
 * @param first day of the first dated article, or null
 * @param last day of the last one, or null
 */
record Citation(RunRecord run, Map<String, Long> corpus, String first, String last) {
  private static final String UNKNOWN = "unknown";
  private static final String ADDRESS = "https://stanfordnlp.github.io/CoreNLP/";

  static Citation of(SparkSession spark, Warehouse warehouse) {
    for (Table table :
        List.of(
            Table.ARTICLES,
            Table.REJECTS,
            Table.DOCUMENT_STATUS,
            Table.STANCE_EVIDENCE,
            Table.QUOTES,
            Table.MENTIONS)) {
      warehouse.readOrEmpty(table).createOrReplaceTempView(table.tableName());
    }
    Row articles =
        spark
            .sql(
                "SELECT count(*), count(DISTINCT text_id), count(DISTINCT cluster_id),"
                    + " count(DISTINCT source), CAST(min(date(published_at)) AS STRING),"
                    + " CAST(max(date(published_at)) AS STRING) FROM articles")
            .first();
    var corpus = new LinkedHashMap<String, Long>();
    corpus.put("articles", articles.getLong(0));
    corpus.put("distinct texts", articles.getLong(1));
    corpus.put("texts that are no near-duplicates", articles.getLong(2));
    corpus.put("outlets", articles.getLong(3));
    corpus.put("rejected records", count(spark, "rejects"));
    corpus.put(
        "texts without annotation",
        count(spark, "document_status WHERE status IN ('failed', 'timeout')"));
    corpus.put("mentions", count(spark, "mentions"));
    corpus.put("quotations", count(spark, "quotes"));
    corpus.put("places that show a stance", count(spark, "stance_evidence"));
    var run =
        RunRecord.read(spark, warehouse)
            .orElse(new RunRecord(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, List.of()));
    return new Citation(run, corpus, articles.getString(4), articles.getString(5));
  }

  private static long count(SparkSession spark, String rows) {
    return spark.sql("SELECT count(*) FROM " + rows).first().getLong(0);
  }

  /** The facts in plain sentences, with the references that they need. */
  String methods() {
    var out = new StringBuilder();
    out.append("Methods\n\n");
    out.append(
        "The corpus was analysed with Parley %s on Apache Spark %s (Java %s), with the annotation\n"
            .formatted(run.version(), run.spark(), run.java()));
    out.append(
        "of Stanford CoreNLP (Manning et al. 2014). The run ended on %s.\n\n"
            .formatted(run.finished()));
    out.append("Corpus\n");
    corpus.forEach(
        (name, count) -> out.append(String.format(Locale.ROOT, "  %,12d  %s%n", count, name)));
    out.append("  first day     ").append(first == null ? UNKNOWN : first).append('\n');
    out.append("  last day      ").append(last == null ? UNKNOWN : last).append("\n\n");
    out.append("Settings\n");
    out.append("  pipeline      ").append(run.pipeline()).append('\n');
    out.append("  seeds         ").append(run.seeds()).append('\n');
    out.append("  command line  parley ").append(String.join(" ", run.arguments())).append("\n\n");
    out.append(
        """
        A row of stance evidence is the finding of rules, not of a human coder. State how many rows
        were read by a person before a stance is attributed, and which verdicts were insufficient.

        References
          Manning, C. D., Surdeanu, M., Bauer, J., Finkel, J., Bethard, S. J., McClosky, D. (2014).
            The Stanford CoreNLP Natural Language Processing Toolkit. ACL: System Demonstrations, 55-60.
          Zaharia, M., et al. (2016). Apache Spark: A Unified Engine for Big Data Processing.
            Communications of the ACM 59(11), 56-65.
        """);
    return out.toString();
  }

  /** The same for programs: Citation File Format 1.2.0 (citation-file-format.github.io). */
  String cff() {
    var cff = new LinkedHashMap<String, Object>();
    cff.put("cff-version", "1.2.0");
    cff.put("message", "If you use these tables, please cite Parley and what it is built on.");
    cff.put("type", "dataset");
    cff.put("title", "Tables made by Parley from %,d articles".formatted(corpus.get("articles")));
    cff.put("authors", List.of(Map.of("name", "Who ran Parley: put your name here")));
    if (run.finished().length() >= 10 && !run.finished().equals(UNKNOWN)) {
      cff.put("date-released", run.finished().substring(0, 10));
    }
    cff.put("version", run.pipeline());
    cff.put("abstract", methods());
    var references = new ArrayList<Map<String, Object>>();
    references.add(software("Parley", run.version(), "The authors of Parley", null));
    references.add(software("Apache Spark", run.spark(), "Apache Software Foundation", null));
    references.add(software("Stanford CoreNLP", null, "Stanford NLP Group", ADDRESS));
    cff.put("references", references);
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(options).dump(cff);
  }

  /** The same for LaTeX. */
  String bibtex() {
    return """
        @software{parley,
          title   = {Parley: who appears with whom, and who stands where},
          version = {%s},
          note    = {Pipeline %s; seeds %s}
        }
        @inproceedings{manning2014corenlp,
          title     = {The {Stanford} {CoreNLP} Natural Language Processing Toolkit},
          author    = {Manning, Christopher D. and Surdeanu, Mihai and Bauer, John and Finkel, Jenny and Bethard, Steven J. and McClosky, David},
          booktitle = {ACL: System Demonstrations},
          pages     = {55--60},
          year      = {2014}
        }
        """
        .formatted(run.version(), run.pipeline().replaceAll("[{}\\\\]", ""), run.seeds());
  }

  private static Map<String, Object> software(
      String title, String version, String author, String url) {
    var reference = new LinkedHashMap<String, Object>();
    reference.put("type", "software");
    reference.put("title", title);
    reference.put("authors", List.of(Map.of("name", author)));
    if (version != null) {
      reference.put("version", version);
    }
    if (url != null) {
      reference.put("url", url);
    }
    return reference;
  }
}
