package org.parley.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Shingles, their Jaccard similarity and MinHash signatures. */
class NearDuplicateTest {

  @Test
  void aShingleIsEveryRunOfFiveWords() {
    assertThat(Shingles.of("one two three four five six seven")).hasSize(3);
  }

  @Test
  void aShortTextIsOneShingle() {
    assertThat(Shingles.of("one two")).hasSize(1);
    assertThat(Shingles.of(" ... ")).isEmpty();
  }

  @Test
  void caseAndPunctuationDoNotMatter() {
    assertThat(Shingles.of("The vote, he said, is over now."))
        .isEqualTo(Shingles.of("the vote he said is over now"));
  }

  @Test
  void onlyTheStoryCounts() {
    String text = "Other Headline\n\nThe ferry did not sail.";
    var headline = new Paragraph(0, 14, Section.HEADLINE);
    var lede = new Paragraph(16, text.length(), Section.LEDE);
    assertThat(Shingles.of(new SectionedText(text, List.of(headline, lede))))
        .isEqualTo(Shingles.of("The ferry did not sail."));
  }

  @Test
  void jaccardIsWhatTwoSetsShare() {
    assertThat(Shingles.jaccard(new long[] {1, 2, 3}, new long[] {2, 3, 4})).isEqualTo(0.5);
    assertThat(Shingles.jaccard(new long[] {1}, new long[] {2})).isZero();
    assertThat(Shingles.jaccard(new long[0], new long[0])).isZero();
  }

  @Test
  void signaturesEstimateTheJaccardSimilarity() {
    var random = new SplittableRandom(1);
    long[] all = random.longs(3000).sorted().toArray();
    long[] a = LongStream.of(all).limit(2000).toArray();
    long[] b = LongStream.of(all).skip(1000).toArray();
    var minHash = new MinHash(64, 8);
    assertThat(MinHash.similarity(minHash.signature(a), minHash.signature(b)))
        .isCloseTo(Shingles.jaccard(a, b), within(0.06));
  }

  @Test
  void nearlyEqualSetsShareABandAndOthersDoNot() {
    var random = new SplittableRandom(2);
    long[] all = random.longs(2000).sorted().toArray();
    long[] near = LongStream.of(all).skip(60).toArray();
    long[] other = random.longs(2000).sorted().toArray();
    var minHash = new MinHash(16, 8);
    var keys = minHash.bandKeys(minHash.signature(all));
    assertThat(keys).hasSize(16).containsAnyOf(minHash.bandKeys(minHash.signature(near)));
    assertThat(keys).doesNotContain(minHash.bandKeys(minHash.signature(other)));
  }

  @Test
  void signaturesOfDifferentSizesAreNotCompared() {
    assertThatThrownBy(() -> MinHash.similarity(new long[2], new long[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("signatures of 2 and 3 places");
  }

  @Test
  void aSignatureHasABandAtLeast() {
    assertThatThrownBy(() -> new MinHash(0, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 bands of 4 rows");
  }
}
