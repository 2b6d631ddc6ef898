package org.parley.jobs.annotate;

import org.parley.nlp.PipelineOptions;
import org.parley.seed.Seeds;
import picocli.CommandLine.Option;

/**
 * Options of the annotate stage; what changes its results is part of the pipeline's fingerprint.
 */
public final class AnnotateOptions {
  enum Parse {
    selected,
    all
  }

  @Option(
      names = "--parse",
      defaultValue = "all",
      description =
          "Which sentences are parsed: those that a quotation or a stance can come from, or all;"
              + " one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Parse parse;

  @Option(
      names = "--max-characters",
      paramLabel = "N",
      defaultValue = "200000",
      description = "A longer text is cut (default: ${DEFAULT-VALUE}).")
  private int maxCharacters;

  @Option(
      names = "--max-sentence-tokens",
      paramLabel = "N",
      defaultValue = "150",
      description = "A longer sentence is split (default: ${DEFAULT-VALUE}).")
  private int maxSentenceTokens;

  @Option(
      names = "--max-sentences",
      paramLabel = "N",
      defaultValue = "5000",
      description = "A text of more sentences is cut (default: ${DEFAULT-VALUE}).")
  private int maxSentences;

  @Option(
      names = "--max-seconds",
      paramLabel = "N",
      defaultValue = "120",
      description = "A text that takes longer is given up (default: ${DEFAULT-VALUE}).")
  private int maxSeconds;

  /** The options of the pipeline, with the cues of the given seeds. */
  public PipelineOptions pipelineOptions(Seeds seeds) {
    var options =
        PipelineOptions.DEFAULT
            .withMaxCharacters(maxCharacters)
            .withMaxSentenceTokens(maxSentenceTokens)
            .withMaxSentences(maxSentences)
            .withMaxSeconds(maxSeconds);
    return switch (parse) {
      case all -> options.parsingAll();
      case selected -> options.parsingSelected(Cues.of(seeds));
    };
  }
}
