package org.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
  private final LanguageDetector detector = LanguageDetector.shared();

  @Test
  void knowsEnglish() {
    var language =
        detector.detect(
            "The two ministers met in the capital on Monday and agreed that the talks about fishing"
                + " rights would go on in the spring, a spokeswoman said after the meeting.");
    assertThat(language.code()).isEqualTo("en");
    assertThat(language.probability()).isGreaterThan(0.9);
  }

  @Test
  void keepsEnglishThatIsFullOfForeignNames() {
    assertThat(
            detector
                .detect(
                    "Przemysław Wójcik and Zdeněk Dvořák of the Společnost přátel met Hüseyin Yıldırım"
                        + " and Gülşen Çelik, who said that they would travel from Šiauliai to Þingvellir.")
                .code())
        .isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Die beiden Ministerinnen haben sich am Montag in der Hauptstadt getroffen und vereinbart, dass die Gespräche über die Fischerei im Frühjahr weitergehen sollen. Eine Sprecherin sagte, das Treffen sei in guter Stimmung verlaufen.",
        "fr | Les deux ministres se sont rencontrées lundi dans la capitale et ont décidé que les discussions sur la pêche continueraient au printemps. Une porte-parole a déclaré que la réunion s'était déroulée dans une bonne ambiance.",
        "es | Las dos ministras se reunieron el lunes en la capital y acordaron que las conversaciones sobre la pesca continuarán en primavera. Una portavoz dijo que la reunión transcurrió en un ambiente muy bueno y cordial.",
        "ru | Министры встретились в понедельник в столице.",
      })
  void knowsOthers(String code, String text) {
    assertThat(detector.detect(text).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"''", "'12 : 30'", "'Breaking news'", "'Le vote est reporté.'"})
  void isUncertainOfShortTexts(String text) {
    assertThat(detector.detect(text)).isEqualTo(new Language("und", 0));
  }

  @Test
  void givesTheSameAnswerTwice() {
    String text =
        "Sebuah pertemuan antara dua menteri akan diadakan di ibu kota pada hari Senin. ".repeat(6);
    assertThat(detector.detect(text)).isEqualTo(detector.detect(text));
  }

  @Test
  void letsUncertainTextsPass() {
    assertThat(new Language("und", 0).mayBeEnglish()).isTrue();
    assertThat(new Language("de", 1).mayBeEnglish()).isFalse();
  }
}
