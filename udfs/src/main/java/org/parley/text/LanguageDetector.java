package org.parley.text;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * Which language a text is in: by its letter n-grams, and for English by its function words too,
 * since a short report full of foreign names looks foreign to n-grams. The same text gives the same
 * answer each time. Safe for use by several threads.
 */
public final class LanguageDetector {
  /** With fewer letters a text in Latin script is uncertain. */
  private static final int MIN_LATIN_LETTERS = 120;

  /** Scripts tell more than letters do. */
  private static final int MIN_OTHER_LETTERS = 20;

  private static final int MAX_CHARS = 3000;

  private static final double SURE = 0.8;

  /** English that is less probable than this is ruled out. */
  private static final double RULED_OUT = 0.05;

  /** In English prose about a fifth of the words are among {@link #ENGLISH_WORDS}. */
  private static final double MIN_ENGLISH_WORDS = 0.06;

  /** Function words that other languages in Latin script do not have. */
  private static final Set<String> ENGLISH_WORDS =
      Set.of(
          "the", "of", "and", "that", "with", "from", "which", "this", "were", "has", "have",
          "been", "said", "their", "would", "about", "they", "his", "by");

  /** The n-gram detector draws random numbers. */
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
      throw new UncheckedIOException("the language profiles inside the library", e);
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
    long letters = sample.codePoints().filter(Character::isLetter).count();
    long latin = sample.codePoints().filter(LanguageDetector::isLatin).count();
    boolean otherScript = latin * 2 < letters;
    if (letters < MIN_OTHER_LETTERS) {
      return undetermined();
    }
    var found = detector.getProbabilities(sample);
    double english = probability(found, "en");
    if (english >= SURE && (letters >= MIN_LATIN_LETTERS || hasEnglishWords(sample))) {
      return new Language("en", english);
    }
    if (!otherScript && hasEnglishWords(sample)) {
      return new Language("en", SURE);
    }
    boolean enough = otherScript || letters >= MIN_LATIN_LETTERS;
    if (!enough || found.isEmpty() || english > RULED_OUT) {
      return undetermined();
    }
    // Close relatives, as Indonesian and Malay, share the probability: neither is English.
    var best = found.get(0);
    return new Language(best.getLocale().getLanguage(), best.getProbability());
  }

  private static boolean hasEnglishWords(String sample) {
    var words = PhraseList.words(sample);
    long english = words.stream().filter(ENGLISH_WORDS::contains).count();
    return words.size() >= 8 && english >= MIN_ENGLISH_WORDS * words.size();
  }

  private static boolean isLatin(int c) {
    return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  private static double probability(List<DetectedLanguage> found, String code) {
    return found.stream()
        .filter(language -> language.getLocale().getLanguage().equals(code))
        .mapToDouble(DetectedLanguage::getProbability)
        .findFirst()
        .orElse(0);
  }

  private static Language undetermined() {
    return new Language(Language.UNDETERMINED, 0);
  }
}
