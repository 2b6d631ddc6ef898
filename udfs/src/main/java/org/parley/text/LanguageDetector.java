package org.parley.text;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Which language a text is in, by its letter n-grams. The same text gives the same answer each
 * time. Safe for use by several threads.
 */
public final class LanguageDetector {
  private static final int MIN_LETTERS = 100;
  private static final int MAX_CHARS = 5000;
  private static final double MIN_PROBABILITY = 0.8;
  private static final long SEED = 17;

  private final com.optimaize.langdetect.LanguageDetector detector;

  private LanguageDetector() {
    try {
      detector =
          LanguageDetectorBuilder.create(NgramExtractors.standard())
              .withProfiles(new LanguageProfileReader().readAllBuiltIn())
              .seed(SEED)
              .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    static final LanguageDetector INSTANCE = new LanguageDetector();
  }

  /** The detector of this JVM, loaded at the first call. */
  public static LanguageDetector shared() {
    return Holder.INSTANCE;
  }

  /** The language of a text; {@code und} where there is too little to tell. */
  public Language detect(String text) {
    String sample = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
    if (sample.codePoints().filter(Character::isLetter).count() < MIN_LETTERS) {
      return new Language(Language.UNDETERMINED, 0);
    }
    List<DetectedLanguage> found = detector.getProbabilities(sample);
    if (found.isEmpty() || found.get(0).getProbability() < MIN_PROBABILITY) {
      return new Language(Language.UNDETERMINED, 0);
    }
    var best = found.get(0);
    return new Language(best.getLocale().getLanguage(), best.getProbability());
  }
}
