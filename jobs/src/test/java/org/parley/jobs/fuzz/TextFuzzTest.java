package org.parley.jobs.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.jobs.fuzz.Mutations.bounded;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import org.parley.seed.Seeds;
import org.parley.text.HtmlExtractor;
import org.parley.text.LanguageDetector;
import org.parley.text.PublishedDate;
import org.parley.text.SectionedText;
import org.parley.text.TextCleaner;
import org.parley.text.TextDecoder;

/** Whatever comes in, text, pages and dates are read or refused, and offsets stay in the text. */
class TextFuzzTest {
  private static final List<byte[]> PAGES = Mutations.samples("seeds/articles", ".html");
  private static final List<byte[]> TEXTS = Mutations.samples("seeds/articles", ".txt");
  private static final TextCleaner CLEANER = TextCleaner.of(Seeds.bundled());
  private static final HtmlExtractor EXTRACTOR = HtmlExtractor.of(Seeds.bundled());

  @Fuzz
  void bytesAreDecodedOrRefused(
      @ForAll("files") byte[] bytes, @ForAll("charsets") String transportCharset) {
    assertThat(bounded(() -> TextDecoder.decode(bytes, transportCharset))).isNotNull();
  }

  @Fuzz
  void datesAreReadOrLeftOut(@ForAll("dates") String date) {
    bounded(() -> PublishedDate.parse(date))
        .ifPresent(read -> assertThat(read.getYear()).isBetween(1000, 9999));
  }

  @Fuzz
  void pagesGiveAnArticleOrNone(@ForAll("pages") String page) {
    bounded(() -> EXTRACTOR.extract(page, "https://example.org/a")).ifPresent(this::requireSound);
  }

  private void requireSound(org.parley.text.HtmlArticle article) {
    assertThat(article.toString()).isNotBlank();
  }

  @Fuzz
  void cleanedTextsKeepTheirOffsets(@ForAll("texts") String text) {
    SectionedText clean = bounded(() -> CLEANER.clean("Harbour talks", text));

    int end = 0;
    for (var paragraph : clean.paragraphs()) {
      assertThat(paragraph.begin()).isBetween(end, clean.text().length());
      assertThat(paragraph.end()).isBetween(paragraph.begin(), clean.text().length());
      end = paragraph.end();
    }
  }

  @Fuzz
  void languagesAreDetectedInAnything(@ForAll("texts") String text) {
    assertThat(bounded(() -> LanguageDetector.shared().detect(text))).isNotNull();
  }

  @Provide
  Arbitrary<byte[]> files() {
    return Mutations.of(Stream.concat(TEXTS.stream(), PAGES.stream()).toList());
  }

  @Provide
  Arbitrary<String> texts() {
    return Mutations.of(TEXTS).map(bytes -> new String(bytes, UTF_8));
  }

  @Provide
  Arbitrary<String> pages() {
    return Mutations.of(PAGES).map(bytes -> new String(bytes, UTF_8));
  }

  @Provide
  Arbitrary<String> charsets() {
    return Arbitraries.of("", "utf-8", "windows-1252", "UTF-16", "none such", "x-\u0000", "gb18030")
        .injectNull(0.2);
  }

  @Provide
  Arbitrary<String> dates() {
    return Mutations.ofText(
        List.of(
            "2025-08-18T20:15:00Z",
            "2025-08-18 20:15:00.123456+0200",
            "Mon, 18 Aug 2025 20:15:00 GMT",
            "August 18, 2025 8:15 p.m. EDT",
            "18.08.2025",
            "1755548100",
            "1755548100000",
            "20250818",
            "18 Aug 2025"));
  }
}
