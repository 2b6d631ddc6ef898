package org.parley.jobs.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SeesawArticleTest {
  private static final String JSON =
      """
      {"id": "1_0", "story_date": "2019-05-01",
       "sentences": [
         {"id": 0, "text": "The mayor spoke to the council."},
         {"id": 1, "text": "“The bridge is old."},
         {"id": 2, "text": "It must go,” the mayor said."}],
       "entities": [{"name": "mayor"}, {"name": "bridge"}],
       "stances": {
         "2": [
           {"subject": "mayor", "object": "bridge", "sentiment": "NEG"},
           {"subject": "None", "object": "bridge", "sentiment": "NEG"},
           {"subject": "mayor", "object": "Not in the list", "sentiment": "POS"}]}}
      """;

  private static SeesawArticle article() throws IOException {
    return SeesawArticle.of(new ObjectMapper().readTree(JSON));
  }

  @Test
  void sentencesOfOneQuotationStayInOneParagraph() throws IOException {
    assertThat(article().text().paragraphs())
        .extracting(p -> article().text().text().substring(p.begin(), p.end()))
        .containsExactly(
            "The mayor spoke to the council.", "“The bridge is old. It must go,” the mayor said.");
  }

  @Test
  void goldWithoutListedHolderOrTargetIsLeftOut() throws IOException {
    assertThat(article().stances())
        .containsExactly(new SeesawArticle.Gold("2", "mayor", "bridge", -1));
  }

  @Test
  void offsetsLeadBackToSentences() throws IOException {
    int at = article().text().text().indexOf("It must");
    assertThat(article().ids().get(article().sentenceAt(at))).isEqualTo("2");
  }
}
