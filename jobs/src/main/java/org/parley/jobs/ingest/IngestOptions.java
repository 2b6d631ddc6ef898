package org.parley.jobs.ingest;

import java.util.List;
import java.util.Map;
import org.parley.seed.Seeds;
import picocli.CommandLine.Option;

/** Options of every command that reads articles from files. */
public final class IngestOptions {
  @Option(
      names = "--input",
      paramLabel = "PATH",
      arity = "1..*",
      description =
          "Files, folders or globs on any Hadoop file system: .txt, .html, .jsonl, .json, .csv,"
              + " .tsv, .parquet, .warc, .arc, each also with .gz.")
  private List<String> inputs = List.of();

  @Option(
      names = "--column",
      paramLabel = "COLUMN=FIELD",
      description =
          "The field of the input that fills a column, where it has no usual name, e.g."
              + " text=article_body. Columns: authors, language, published_at, source, text, title,"
              + " url.")
  private Map<String, String> columns = Map.of();

  @Option(
      names = "--cleaning",
      defaultValue = "AUTO",
      description =
          "auto marks captions, bylines, boilerplate; none keeps texts and their offsets as they"
              + " are (default: auto).")
  private Cleaning cleaning;

  @Option(
      names = "--similarity",
      paramLabel = "SHARE",
      defaultValue = "" + IngestJob.Config.DEFAULT_SIMILARITY,
      description =
          "Least Jaccard similarity of five-word shingles at which two texts are copies"
              + " (default: ${DEFAULT-VALUE}).")
  private double similarity;

  @Option(
      names = "--max-record-bytes",
      paramLabel = "BYTES",
      defaultValue = "8388608",
      description = "Longer records are rejected (default: ${DEFAULT-VALUE}).")
  private long recordBytes;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "" + IngestJob.Config.ALL,
      description =
          "Read only about N records, spread over the files, into the folder of the warehouse with"
              + " -sample at its end, and estimate what all would take.")
  private int sample;

  /** Whether only a part is to be read. */
  public boolean isSample() {
    return sample != IngestJob.Config.ALL;
  }

  /** The settings that the options ask for. */
  public IngestJob.Config config(String warehouse, Seeds seeds) {
    return new IngestJob.Config(
        inputs, warehouse, columns, cleaning, similarity, recordBytes, sample, seeds);
  }
}
