package org.parley.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void annotationGrowsWithTheTextsAndOtherStagesAtMostAsMuch() {
    assertThat(new Estimate(0.05, 200, 60, 30, 10 << 20, 1L << 30).describe())
        .contains("200 articles, 5.0% of the inputs")
        .contains("about 4,000 articles: 21 min to 30 min on this machine, 200 MB of tables")
        .contains("the sample used 1.0 GB of memory");
  }

  @Test
  void aSampleThatIsAllSaysSo() {
    assertThat(new Estimate(1, 10, 5, 5, 1 << 20, 1 << 20).describe())
        .isEqualTo("sample: these were all articles there are; run again without --sample");
  }
}
