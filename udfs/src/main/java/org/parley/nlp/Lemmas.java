package org.parley.nlp;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.MorphaAnnotator;
import edu.stanford.nlp.util.ArrayCoreMap;
import edu.stanford.nlp.util.CoreMap;
import java.util.ArrayList;
import java.util.List;

/** CoreNLP's base forms, remembered: they depend on a word and its tag. */
final class Lemmas {
  /** Some 5 MB. */
  private static final int LOG_WORDS = 15;

  private final MorphaAnnotator annotator = new MorphaAnnotator(false);
  private final Remembered<Tagged, String> lemmas = new Remembered<>(LOG_WORDS, this::lemma);

  private record Tagged(String word, String tag) {}

  /** The base form of each word, given its part of speech. */
  List<String> of(List<String> words, List<String> tags) {
    var found = new ArrayList<String>(words.size());
    for (int i = 0; i < words.size(); i++) {
      found.add(lemmas.get(new Tagged(words.get(i), tags.get(i))));
    }
    return found;
  }

  private String lemma(Tagged tagged) {
    var label = new CoreLabel();
    label.setWord(tagged.word);
    label.setTag(tagged.tag);
    CoreMap sentence = new ArrayCoreMap();
    sentence.set(CoreAnnotations.TokensAnnotation.class, List.of(label));
    var annotation = new Annotation("");
    annotation.set(CoreAnnotations.SentencesAnnotation.class, List.of(sentence));
    annotator.annotate(annotation);
    return label.lemma();
  }
}
