package org.parley.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.text.Paragraph;
import org.parley.text.Section;
import org.parley.text.SectionedText;

@Tag("models")
class PipelineTest {
  private static final Pipeline PIPELINE = Pipeline.shared();

  private static List<Token> tokens(AnnotatedText text) {
    return text.sentences().stream().flatMap(sentence -> sentence.tokens().stream()).toList();
  }

  @Test
  void wordsAreLoweredAlikeInEveryCountry() {
    Pipeline.load();

    // CoreNLP lowers words by the JVM's locale, which would make a Turkish "ın" of "In".
    assertThat(Locale.getDefault()).isEqualTo(Locale.ROOT);
  }

  @Test
  void tagsLemmasAndNamesAreThoseOfCoreNlp() throws IOException {
    var paragraphs =
        new ArrayList<>(
            List.of(
                "Elena Marsh flew from Lisbon to Geneva on Tuesday. The anti-war activist's post-election"
                    + " rally wasn't allowed; U.S.-backed groups stayed away.",
                "(Reporting by staff) \"It's over,\" said the Norwegian foreign minister... \"We'll see.\"",
                "Exxon Mobil Corp. and the World Bank signed a $3.5bn deal in Nairobi, Kenya.",
                "Vrkljan-Özdemir Inc. ex-B-52 co-pilot XJ-9 U.N.-led McGuffin's COVID-19 #tag @name 3,000km",
                "Marsh met Okafor in Harbor City. Harbor officials say Marsh, not Elena Marsh, told the"
                    + " Marsh board that the Harbor deal with Okafor and Marsh is dead.",
                "(AP) -- 'We` \u201cshall\u201d… 1990s' e-mail; http://example.org/a?b=c \u00bd \ud83d\ude00"));
    paragraphs.addAll(Texts.sentences(512));
    for (String file : List.of("big-bill", "crimea", "drones-over-poland")) {
      paragraphs.addAll(Files.readAllLines(Path.of("../seeds/articles/txt", file + ".txt")));
    }
    paragraphs.removeIf(String::isBlank);
    var stock = new StanfordCoreNLP(Texts.stockProperties("tokenize,pos,lemma,ner"));
    var expected = new ArrayList<String>();
    for (String paragraph : paragraphs) {
      var annotation = new Annotation(paragraph);
      stock.annotate(annotation);
      for (CoreLabel label : annotation.get(CoreAnnotations.TokensAnnotation.class)) {
        expected.add(label.tag() + " " + label.lemma() + " " + label.ner());
      }
    }

    var annotated = PIPELINE.annotate(Texts.of(paragraphs.toArray(String[]::new)));

    assertThat(tokens(annotated))
        .extracting(token -> token.pos() + " " + token.lemma() + " " + token.ner())
        .containsExactlyElementsOf(expected);
  }

  @Test
  void aTextIsAnnotatedAlikeWhateverCameBefore() {
    // In lower case these words would make the classifier doubt the names in capitals.
    var text = Texts.of("Rose Bush met Bill Stone and Will Marsh in Reading.");
    var before = PIPELINE.annotate(text);

    PIPELINE.annotate(
        Texts.of("the rose bush and the stone bill will rot in the marsh, reading on."));

    assertThat(PIPELINE.annotate(text)).isEqualTo(before);
  }

  @Test
  void aSentenceThatComesAgainIsFoundAlikeAtItsNewPlace() {
    var line = "Elena Marsh denied it in Lisbon.";
    var twice = PIPELINE.annotate(Texts.of(line, line));

    var first = twice.sentences().get(0).tokens();
    var second = twice.sentences().get(1).tokens();
    assertThat(second).hasSameSizeAs(first);
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).begin()).isEqualTo(first.get(i).begin() + line.length() + 1);
      assertThat(second.get(i))
          .usingRecursiveComparison()
          .ignoringFields("begin", "end")
          .isEqualTo(first.get(i));
    }
  }

  @Test
  void everyWordIsTheTextAtItsPlace() {
    var text =
        "  Naïve\u00a0cafés \ud83d\ude00 opened\u200b in Kyi\u0301v\u2009—\u2028 the  “mayor” said…\u0007 "
            + "\u202bשלום\u202c 3½ soft\u00adhyphen, gonna can't &amp; a\ud800b.  ";
    var annotated = PIPELINE.annotate(Texts.of(text));

    assertThat(tokens(annotated))
        .isNotEmpty()
        .allSatisfy(
            token -> assertThat(token.word()).isEqualTo(text.substring(token.begin(), token.end())))
        .allSatisfy(token -> assertThat(token.word()).isNotBlank());
  }

  @Test
  void noSentenceCrossesAParagraph() {
    var annotated =
        PIPELINE.annotate(Texts.of("A headline without a stop", "And a first sentence."));

    assertThat(annotated.sentences()).extracting(Sentence::paragraph).containsExactly(0, 1);
  }

  @Test
  void anOverlongSentenceIsSplitAfterItsStrongestMark() {
    var pipeline = new Pipeline(PipelineOptions.DEFAULT.withMaxSentenceTokens(10));

    var outcome =
        pipeline.run(Texts.of("One, two, three, four, five; six seven, eight, nine, ten, eleven."));

    assertThat(outcome.status()).isEqualTo(Outcome.Status.OK);
    assertThat(outcome.reason()).isEqualTo("1 sentence of more than 10 tokens split");
    assertThat(((Outcome.Annotated) outcome).text().sentences())
        .extracting(sentence -> sentence.tokens().get(sentence.tokens().size() - 1).word())
        .containsExactly(";", ",", ".");
  }

  @Test
  void aTextOverTheLimitOfCharactersIsCutBeforeAWord() {
    var pipeline = new Pipeline(PipelineOptions.DEFAULT.withMaxCharacters(17));

    var outcome = pipeline.run(Texts.of("Ships sailed yesterday.", "Nobody saw them."));

    assertThat(outcome.status()).isEqualTo(Outcome.Status.TRUNCATED);
    assertThat(outcome.reason()).isEqualTo("the text was cut at 17 characters");
    assertThat(tokens(((Outcome.Annotated) outcome).text()))
        .extracting(Token::word)
        .containsExactly("Ships", "sailed");
  }

  @Test
  void aTextOverTheLimitOfSentencesIsCut() {
    var pipeline = new Pipeline(PipelineOptions.DEFAULT.withMaxSentences(2));

    var outcome = pipeline.run(Texts.of("It rained. It snowed. It thawed.", "It froze."));

    assertThat(outcome.status()).isEqualTo(Outcome.Status.TRUNCATED);
    assertThat(outcome.reason()).isEqualTo("the text was cut after 2 sentences");
    assertThat(((Outcome.Annotated) outcome).text().sentences()).hasSize(2);
  }

  @Test
  void aTextOfExactlyTheLimitIsWhole() {
    var pipeline = new Pipeline(PipelineOptions.DEFAULT.withMaxSentences(2).withMaxCharacters(23));

    assertThat(pipeline.run(Texts.of("It rained. It thawed.")).status())
        .isEqualTo(Outcome.Status.OK);
  }

  @Test
  void anEmptyTextHasNoSentences() {
    var outcome = PIPELINE.run(new SectionedText("", List.of()));

    assertThat(outcome.status()).isEqualTo(Outcome.Status.OK);
    assertThat(outcome.tokenCount()).isZero();
  }

  @Test
  void blankParagraphsHaveNoSentences() {
    assertThat(PIPELINE.annotate(Texts.of(" \u00a0 ", "\t")).sentences()).isEmpty();
  }

  @Test
  void boilerplateHasTokensButNeitherNamesNorTrees() {
    var text = "Copyright Marsh Media, Lisbon.";
    var annotated =
        PIPELINE.annotate(
            new SectionedText(text, List.of(new Paragraph(0, text.length(), Section.BOILERPLATE))));

    assertThat(annotated.sentences()).hasSize(1);
    assertThat(annotated.sentences().get(0).parsed()).isFalse();
    assertThat(tokens(annotated))
        .allSatisfy(token -> assertThat(token.ner()).isEqualTo("O"))
        .allSatisfy(token -> assertThat(token.head()).isEqualTo(Token.UNPARSED));
  }

  @Test
  void onlySentencesWithACueAndANameOrAQuotationMarkAreParsedWhereSelected() {
    var pipeline = new Pipeline(PipelineOptions.DEFAULT.parsingSelected(Set.of("deny")));

    var annotated =
        pipeline.annotate(
            Texts.of(
                "Valdoria denied it.",
                "It rained in Lisbon.",
                "“Never,” it said.",
                "The board denied the claim."));

    assertThat(annotated.sentences())
        .extracting(Sentence::parsed)
        .containsExactly(true, false, true, false);
    assertThat(annotated.sentences().get(1).tokens().get(3).ner()).isEqualTo("LOCATION");
  }

  @Test
  void quotationMarksAreFoundInEachParagraph() {
    var annotated = PIPELINE.annotate(Texts.of("“No,” she said.", "“Never.”"));

    assertThat(annotated.quoteSpans())
        .containsExactly(new QuoteSpan(0, 5, true), new QuoteSpan(16, 24, true));
  }

  @Test
  void aTextThatCannotBeAnnotatedIsReported() {
    // A paragraph outside of its text is a mistake of the caller and stands for any failure inside.
    var broken = new SectionedText("short", List.of(new Paragraph(0, 50, Section.BODY)));

    assertThat(PIPELINE.run(broken).status()).isEqualTo(Outcome.Status.FAILED);
    assertThatThrownBy(() -> PIPELINE.annotate(broken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("IndexOutOfBounds");
  }
}
