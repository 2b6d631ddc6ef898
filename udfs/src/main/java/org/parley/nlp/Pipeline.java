package org.parley.nlp;

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
import java.util.Properties;
import org.parley.text.Paragraph;
import org.parley.text.SectionedText;

/**
 * CoreNLP over one text at a time: tokens, sentences, tags, lemmas, names and basic dependencies.
 * Loading it takes seconds and a gigabyte; use {@link #shared()}. Safe for use by several threads.
 */
public final class Pipeline {
  private final StanfordCoreNLP coreNlp;

  private Pipeline() {
    var properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos,lemma,ner,depparse");
    properties.setProperty("tokenize.options", "untokenizable=noneKeep");
    properties.setProperty(
        "ner.model", "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz");
    properties.setProperty("ner.applyNumericClassifiers", "false");
    properties.setProperty("ner.useSUTime", "false");
    properties.setProperty("ner.applyFineGrained", "false");
    properties.setProperty("ner.buildEntityMentions", "false");
    properties.setProperty("maxAdditionalKnownLCWords", "0");
    coreNlp = new StanfordCoreNLP(properties);
  }

  private static final class Holder {
    static final Pipeline INSTANCE = new Pipeline();
  }

  /** The pipeline of this JVM, loaded at the first call. */
  public static Pipeline shared() {
    return Holder.INSTANCE;
  }

  /** Annotates a text, paragraph by paragraph. */
  public AnnotatedText annotate(SectionedText input) {
    var sentences = new ArrayList<Sentence>();
    for (int p = 0; p < input.paragraphs().size(); p++) {
      annotate(input.text(), input.paragraphs().get(p), p, sentences);
    }
    return new AnnotatedText(input.text(), sentences, List.of());
  }

  private void annotate(String text, Paragraph paragraph, int index, List<Sentence> sentences) {
    var annotation = new Annotation(text.substring(paragraph.begin(), paragraph.end()));
    coreNlp.annotate(annotation);
    for (CoreMap map : annotation.get(CoreAnnotations.SentencesAnnotation.class)) {
      List<CoreLabel> labels = map.get(CoreAnnotations.TokensAnnotation.class);
      SemanticGraph graph = map.get(SemanticGraphCoreAnnotations.BasicDependenciesAnnotation.class);
      var tokens = new ArrayList<Token>();
      for (int i = 0; i < labels.size(); i++) {
        var label = labels.get(i);
        int begin = paragraph.begin() + label.beginPosition();
        int end = paragraph.begin() + label.endPosition();
        IndexedWord node = graph.getNodeByIndexSafe(i + 1);
        IndexedWord parent = node == null ? null : graph.getParent(node);
        tokens.add(
            new Token(
                begin,
                end,
                text.substring(begin, end),
                label.lemma(),
                label.tag(),
                label.ner(),
                parent == null ? Token.ROOT : parent.index() - 1,
                parent == null ? "root" : graph.getEdge(parent, node).getRelation().toString()));
      }
      sentences.add(
          new Sentence(
              sentences.size(),
              index,
              paragraph.section(),
              tokens.get(0).begin(),
              tokens.get(tokens.size() - 1).end(),
              true,
              tokens));
    }
  }
}
