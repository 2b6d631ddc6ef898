package org.parley.nlp;

import java.util.Locale;

/** What came of annotating one text. */
public sealed interface Outcome {
  /** How it ended. */
  Status status();

  /** What a user needs to know of it; empty where all went well. */
  String reason();

  /** How long it took, in milliseconds. */
  long millis();

  /** How many tokens were annotated. */
  int tokenCount();

  /** How many of them stand in sentences that were parsed. */
  int parsedTokenCount();

  /** How the annotation of a text ended. */
  enum Status {
    OK,
    /** A limit cut the text: what stands before the cut is annotated. */
    TRUNCATED,
    TIMEOUT,
    FAILED;

    /** The name as it stands in the tables: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A text that was annotated, as a whole or up to a limit.
   *
   * @param text what was found
   */
  record Annotated(AnnotatedText text, Status status, String reason, long millis)
      implements Outcome {
    @Override
    public int tokenCount() {
      return text.sentences().stream().mapToInt(sentence -> sentence.tokens().size()).sum();
    }

    @Override
    public int parsedTokenCount() {
      return text.sentences().stream()
          .filter(Sentence::parsed)
          .mapToInt(sentence -> sentence.tokens().size())
          .sum();
    }
  }

  /** A text that could not be annotated. */
  record Lost(Status status, String reason, long millis) implements Outcome {
    @Override
    public int tokenCount() {
      return 0;
    }

    @Override
    public int parsedTokenCount() {
      return 0;
    }
  }
}
