package org.parley.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.IndexedWord;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.semgraph.SemanticGraphCoreAnnotations;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("models")
class TransitionParserTest {
  /** Sentences that CoreNLP's own parser has parsed. */
  private static final List<CoreMap> SENTENCES = new ArrayList<>();

  private static ParserModel model;
  private static TransitionScorer.Tables tables;

  @BeforeAll
  static void parseWithCoreNlp() throws Exception {
    var stock = new StanfordCoreNLP(Texts.stockProperties("tokenize,pos,depparse"));
    for (String text : Texts.sentences(600)) {
      var annotation = new Annotation(text);
      stock.annotate(annotation);
      SENTENCES.addAll(annotation.get(CoreAnnotations.SentencesAnnotation.class));
    }
    model = ParserModel.load("edu/stanford/nlp/models/parser/nndep/english_UD.gz");
    tables = new TransitionScorer.Tables(model);
  }

  private static List<String> expected(CoreMap sentence) {
    SemanticGraph graph =
        sentence.get(SemanticGraphCoreAnnotations.BasicDependenciesAnnotation.class);
    var arcs = new ArrayList<String>();
    for (int i = 1; i <= sentence.get(CoreAnnotations.TokensAnnotation.class).size(); i++) {
      IndexedWord token = graph.getNodeByIndex(i);
      IndexedWord head = graph.getParent(token);
      arcs.add(
          head == null
              ? Token.ROOT + " root"
              : head.index() - 1 + " " + graph.getEdge(head, token).getRelation());
    }
    return arcs;
  }

  private static List<String> arcs(TransitionParser parser, CoreMap sentence) {
    var tokens = sentence.get(CoreAnnotations.TokensAnnotation.class);
    return parser
        .parse(
            tokens.stream().map(CoreLabel::word).toList(),
            tokens.stream().map(CoreLabel::tag).toList())
        .stream()
        .map(arc -> arc.head() + " " + arc.relation())
        .toList();
  }

  @Test
  void headsAndLabelsAreThoseOfCoreNlp() {
    var parser = new TransitionParser(model, tables);
    int tokens = 0;
    int equal = 0;
    for (CoreMap sentence : SENTENCES) {
      var expected = expected(sentence);
      var found = arcs(parser, sentence);
      assertThat(found).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        tokens++;
        equal += expected.get(i).equals(found.get(i)) ? 1 : 0;
      }
    }

    assertThat(SENTENCES).hasSizeGreaterThanOrEqualTo(500);
    assertThat(100.0 * equal / tokens).isGreaterThanOrEqualTo(99.9);
  }

  @Test
  void aTreeDoesNotDependOnWhatWasParsedBefore() {
    var used = new TransitionParser(model, tables);
    SENTENCES.forEach(sentence -> arcs(used, sentence));

    for (CoreMap sentence : SENTENCES.subList(0, 20)) {
      assertThat(arcs(used, sentence))
          .isEqualTo(arcs(new TransitionParser(model, tables), sentence));
    }
  }

  @Test
  void subjectsOfThePassiveAreLabelledSo() {
    var tree =
        new TransitionParser(model, tables)
            .parse(
                List.of("The", "dam", "was", "built", "."), List.of("DT", "NN", "VBD", "VBN", "."));

    assertThat(tree)
        .extracting(TransitionParser.Arc::relation)
        .containsExactly("det", "nsubj:pass", "aux:pass", "root", "punct");
    assertThat(tree).extracting(TransitionParser.Arc::head).containsExactly(1, 3, 3, Token.ROOT, 3);
  }

  @Test
  void unknownWordsAndTagsAreParsedAsWell() {
    var tree =
        new TransitionParser(model, tables).parse(List.of("Xyzzyx", "☃"), List.of("QQ", "NN"));

    assertThat(tree).hasSize(2).extracting(TransitionParser.Arc::head).contains(Token.ROOT);
  }
}
