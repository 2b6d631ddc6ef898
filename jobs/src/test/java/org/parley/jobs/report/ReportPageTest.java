package org.parley.jobs.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private final Document page = Jsoup.parse(ReportPage.html(SampleReport.data()));

  @Test
  void jsonCannotEndItsElement() {
    assertThat(ReportPage.json(List.of("</script><!--&\u2028\u2029")))
        .isEqualTo("[\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029\"]");
  }

  @Test
  void thePolicyLetsOnlyThePagesOwnScriptsAndStylesRun() throws Exception {
    String policy = page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertThat(policy).startsWith("default-src 'none';").doesNotContain("unsafe");
    for (Element element : page.select("script:not([type]), style")) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(element.data().getBytes(UTF_8));
      assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(page.select("[src], link[href], [style], [onclick], [onload]")).isEmpty();
  }

  @Test
  void hostileNamesAreTextInTheOpening() {
    assertThat(page.select("img")).isEmpty();
    assertThat(page.selectFirst("#findings").text()).contains(SampleReport.HOSTILE_NAME);
  }

  @Test
  void theOpeningSaysWhatTheCorpusIs() {
    assertThat(page.selectFirst("#span").text()).isEqualTo("3 March 2025 to 11 April 2025");
    assertThat(page.select("#facts > div").eachText())
        .containsExactly(
            "articles 1,200",
            "outlets 2",
            "independent texts 1,050 150 near-duplicates counted once",
            "records rejected 3 3 not english",
            "language 1 English",
            "entities here 4");
  }

  @Test
  void findingsSayHowSureTheyAre() {
    assertThat(page.select("#findings li").eachText())
        .contains(
            "Northland is for the river dam. 5 independent texts of 2 outlets since 4 March 2025; score +0.70,"
                + " 95% interval +0.50 to +0.90; 97% sure that this is the side taken.",
            "Northland and Southland share 12 sentences, 6.0 times as many as chance explains. 12 independent texts of"
                + " 2 outlets; 95% interval of the odds from 4.5 times those of chance, q < 0.001.",
            "Northland was named far more than usual from 10 March 2025 to 16 March 2025. 8 independent texts in that"
                + " time; gain over the ordinary rate 4.2 nats (Kleinberg).");
  }

  @Test
  void whatIsLeftOutIsSaid() {
    assertThat(page.select("#left-out li").eachText()).containsExactly("3 of 90 pairs of entities");
  }

  @Test
  void anEmptyWarehouseGivesAPageThatSaysSo() {
    assertThat(Jsoup.parse(ReportPage.html(SampleReport.empty())).selectFirst("#findings").text())
        .isEqualTo("Too little was found for a finding: the tables are nearly empty.");
  }
}
