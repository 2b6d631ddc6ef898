package org.parley.nlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What bounds the annotation of a text, and which of its sentences are parsed.
 *
 * @param maxCharacters what goes beyond so many UTF-16 units of a text is left out
 * @param maxSentenceTokens a longer sentence is split
 * @param maxSentences what goes beyond so many sentences of a text is left out
 * @param maxSeconds a text that takes longer is given up
 * @param parse which sentences are parsed
 * @param cues lemmas that report speech or express an attitude, sorted; where there are none, all
 *     sentences are parsed
 */
public record PipelineOptions(
    int maxCharacters,
    int maxSentenceTokens,
    int maxSentences,
    int maxSeconds,
    Parse parse,
    List<String> cues)
    implements Serializable {

  /** Which sentences are parsed. */
  public enum Parse {
    /** Those that a quotation or a stance can come from. */
    SELECTED,
    ALL;

    /** The name as it stands on the command line: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All sentences of texts up to 200,000 characters, two minutes each. */
  public static final PipelineOptions DEFAULT =
      new PipelineOptions(200_000, 150, 5_000, 120, Parse.ALL, List.of());

  public PipelineOptions {
    requirePositive("characters per text", maxCharacters);
    requirePositive("tokens per sentence", maxSentenceTokens);
    requirePositive("sentences per text", maxSentences);
    requirePositive("seconds per text", maxSeconds);
    cues = cues.stream().sorted().distinct().toList();
  }

  private static void requirePositive(String limit, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("the limit of " + limit + " must be 1 or more: " + value);
    }
  }

  /** These options with another limit of characters per text. */
  public PipelineOptions withMaxCharacters(int value) {
    return new PipelineOptions(value, maxSentenceTokens, maxSentences, maxSeconds, parse, cues);
  }

  /** These options with another limit of tokens per sentence. */
  public PipelineOptions withMaxSentenceTokens(int value) {
    return new PipelineOptions(maxCharacters, value, maxSentences, maxSeconds, parse, cues);
  }

  /** These options with another limit of sentences per text. */
  public PipelineOptions withMaxSentences(int value) {
    return new PipelineOptions(maxCharacters, maxSentenceTokens, value, maxSeconds, parse, cues);
  }

  /** These options with another limit of seconds per text. */
  public PipelineOptions withMaxSeconds(int value) {
    return new PipelineOptions(maxCharacters, maxSentenceTokens, maxSentences, value, parse, cues);
  }

  /** These options with all sentences parsed. */
  public PipelineOptions parsingAll() {
    return new PipelineOptions(
        maxCharacters, maxSentenceTokens, maxSentences, maxSeconds, Parse.ALL, List.of());
  }

  /** These options with only those sentences parsed that a quotation or a stance can come from. */
  public PipelineOptions parsingSelected(Collection<String> cueLemmas) {
    return new PipelineOptions(
        maxCharacters,
        maxSentenceTokens,
        maxSentences,
        maxSeconds,
        Parse.SELECTED,
        List.copyOf(cueLemmas));
  }

  /**
   * All that decides what an annotation looks like, as one line. Two texts annotated under the same
   * fingerprint are annotated alike. The limit of seconds is no part of it: it decides whether
   * there is an annotation, never what stands in it.
   */
  public String fingerprint() {
    return "%s limits=%d/%d/%d parse=%s cues=%s"
        .formatted(
            Models.FINGERPRINT,
            maxCharacters,
            maxSentenceTokens,
            maxSentences,
            parse.label(),
            cues.isEmpty() ? "none" : hash(String.join("\n", cues)));
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
