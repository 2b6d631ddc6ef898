package org.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.seed.Seeds;

class HtmlExtractorTest {
  private static final HtmlExtractor EXTRACTOR = HtmlExtractor.of(Seeds.bundled());

  private static final String STORY =
      IntStream.range(0, 6)
          .mapToObj(
              i ->
                  "<p>On day "
                      + i
                      + " of the strike the pilots of the harbour met the port authority"
                      + " again, and again they left the room without an answer, a spokesman said.</p>")
          .collect(Collectors.joining("\n"));

  private static HtmlArticle article(String head, String body) {
    return EXTRACTOR
        .extract(
            "<html><head>" + head + "</head><body>" + body + "</body></html>",
            "https://herald.example/x")
        .orElseThrow();
  }

  private static String text(String body) {
    return article("<title>Pilots strike</title>", body).text();
  }

  @Test
  void takesTheStoryInParagraphs() {
    assertThat(text("<article>" + STORY + "</article>").split("\n\n"))
        .hasSize(6)
        .allSatisfy(p -> assertThat(p).startsWith("On day").endsWith("said."));
  }

  @Test
  void keepsLinksInsideSentences() {
    String body =
        "<article>"
            + STORY
            + "<div>The <a href=/union>pilots' union</a> has 300 members in the port and about 90 more elsewhere.</div></article>";
    assertThat(text(body)).contains("The pilots' union has 300 members in the port");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>Pilots strike</h1>",
        "<nav><a href=/>Home</a><a href=/x>Unwanted</a></nav>",
        "<div class='share-buttons'>Unwanted share</div>",
        "<aside>Unwanted aside text beside the story.</aside>",
        "<figure><img src=x><figcaption>Unwanted caption of a picture.</figcaption></figure>",
        "<div class=\"newsletter-signup\"><p>Unwanted plea for your address.</p></div>",
        "<p><a href=/other>Unwanted headline of another story here</a></p>",
        "<p style='display:none'>Unwanted hidden text that nobody sees on the page.</p>",
        "<p>Sign up for our newsletter with unwanted mail.</p>",
        "<script>document.write('Unwanted')</script>",
        "<div id=comments><p>Unwanted comment of a reader who has much to say about the strike in the port and about pilots in general.</p></div>",
        "<h3 class=related-title>Related</h3><ul><li>Unwanted one</li></ul>",
      })
  void leavesOut(String part) {
    String text = text("<article>" + part + STORY + "</article>");
    assertThat(text).doesNotContainIgnoringCase("unwanted").doesNotContain("Pilots strike");
    assertThat(text.split("\n\n")).hasSize(6);
  }

  @Test
  void leavesRelatedLinksAfterTheStoryOut() {
    String links =
        "<div><h4>You may also like</h4><p><a href=/a>Unwanted title of a story</a></p></div>";
    assertThat(text("<article>" + STORY + links + "</article>").split("\n\n")).hasSize(6);
  }

  @Test
  void keepsPostsThatTheStoryQuotes() {
    String post =
        "<div class=social-embed><blockquote class=twitter-tweet><p>We will not sail.</p>— Pilots (@pilots)</blockquote></div>";
    assertThat(text("<article>" + STORY + post + STORY + "</article>"))
        .contains("We will not sail.");
  }

  @Test
  void keepsAStoryInAPartWithAnUnluckyName() {
    assertThat(text("<div class='content-with-sidebar sidebar'>" + STORY + "</div>"))
        .contains("On day 5");
  }

  @Test
  void readsJsonLd() {
    var article =
        article(
            """
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},
            {"@type":"NewsArticle","headline":"Pilots leave the talks","datePublished":"2024-05-03T09:30:00+02:00",
             "author":[{"@type":"Person","name":"Jane Roe"},{"@type":"Person","name":"John Doe"}],
             "publisher":{"name":"Harbour Herald"},"inLanguage":"en-GB"}]}</script>
            <link rel="canonical" href="/2024/pilots">""",
            "<article>" + STORY + "</article>");
    assertThat(article.title()).isEqualTo("Pilots leave the talks");
    assertThat(article.published()).hasToString("2024-05-03T09:30+02:00");
    assertThat(article.authors()).containsExactly("Jane Roe", "John Doe");
    assertThat(article.site()).isEqualTo("Harbour Herald");
    assertThat(article.language()).isEqualTo("en-GB");
    assertThat(article.url()).isEqualTo("https://herald.example/2024/pilots");
  }

  @Test
  void readsMetaTags() {
    var article =
        article(
            """
            <meta property="og:title" content="Pilots leave the talks - Harbour Herald">
            <meta property="og:site_name" content="Harbour Herald">
            <meta property="article:published_time" content="2024-05-03T07:30:00Z">
            <meta name="author" content="By Jane Roe and John Doe">""",
            "<article>" + STORY + "</article>");
    assertThat(article.title()).isEqualTo("Pilots leave the talks");
    assertThat(article.published()).hasToString("2024-05-03T07:30Z");
    assertThat(article.authors()).containsExactly("Jane Roe", "John Doe");
    assertThat(article.site()).isEqualTo("Harbour Herald");
  }

  @Test
  void readsADateThatOnlyPeopleSee() {
    var article =
        article(
            "<title>x</title>",
            "<div class=publish-date>Published 9:30 AM EST Jan 3, 2024</div>" + STORY);
    assertThat(article.published()).hasToString("2024-01-03T09:30-05:00");
  }

  @Test
  void survivesBrokenJsonLd() {
    var article =
        article(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",,\"headline\":</script><title>Pilots strike</title>",
            STORY);
    assertThat(article.title()).isEqualTo("Pilots strike");
  }

  @Test
  void statesNothingThatThePageDoesNot() {
    var article = EXTRACTOR.extract("<body>" + STORY, null).orElseThrow();
    assertThat(article.title()).isNull();
    assertThat(article.published()).isNull();
    assertThat(article.authors()).isEmpty();
    assertThat(article.site()).isNull();
    assertThat(article.language()).isNull();
    assertThat(article.url()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<blockquote class=twitter-tweet>",
        "<table><tr><td>",
        "<div class=related>"
      })
  void endsOnEndlessNesting(String tag) {
    assertThat(EXTRACTOR.extract(tag.repeat(30_000) + STORY, null).orElseThrow().text())
        .contains("On day 3");
  }

  @Test
  void endsOnAPageOfTags() {
    assertThat(EXTRACTOR.extract("<p>".repeat(200_000) + STORY, null).orElseThrow().text())
        .contains("On day 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html></html>", "<nav>Home</nav>", "\0\0\0"})
  void findsNoStoryWhereThereIsNone(String page) {
    assertThat(EXTRACTOR.extract(page, null)).isEmpty();
  }
}
