package org.parley.nlp;

import edu.stanford.nlp.ie.NERClassifierCombiner;
import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotator;
import edu.stanford.nlp.pipeline.MorphaAnnotator;
import edu.stanford.nlp.pipeline.NERCombinerAnnotator;
import edu.stanford.nlp.pipeline.TokenizerAnnotator;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

/**
 * CoreNLP's annotators with their models, loaded once per JVM: seconds and most of a gigabyte. They
 * are safe for use by several threads, and what they say of a sentence depends on that sentence
 * alone.
 */
final class Models {
  /** The version of CoreNLP that the figures and the equality tests hold for. */
  static final String VERSION = "4.5.10";

  private static final String FOLDER = "edu/stanford/nlp/models/";
  private static final String TAGGER = FOLDER + "pos-tagger/english-left3words-distsim.tagger";
  private static final String NER = FOLDER + "ner/english.all.3class.distsim.crf.ser.gz";
  private static final String PARSER = FOLDER + "parser/nndep/english_UD.gz";

  static final String FINGERPRINT =
      "corenlp-%s pos=left3words-distsim ner=all.3class.distsim depparse=english_UD"
          .formatted(VERSION);

  private static final class Holder {
    static final Models INSTANCE = new Models();
  }

  final TokenizerAnnotator tokenizer;
  final MaxentTagger tagger;
  final Annotator lemmas;
  final Annotator names;
  final ParserPool parser;
  final KnownSentences known = new KnownSentences();

  private Models() {
    var options = new Properties();
    options.setProperty("annotators", "tokenize");
    // Characters which the tokenizer does not know stay in the text without a word about each.
    options.setProperty("tokenize.options", "untokenizable=noneKeep");
    tokenizer = new TokenizerAnnotator(options);
    lemmas = new MorphaAnnotator(false);
    var loadingTagger = CompletableFuture.supplyAsync(() -> new MaxentTagger(TAGGER));
    var loadingParser = CompletableFuture.supplyAsync(Models::parser);
    names =
        new NERCombinerAnnotator(nameClassifier(), false, 1, 0, Integer.MAX_VALUE, false, false);
    tagger = loadingTagger.join();
    parser = loadingParser.join();
  }

  /** The annotators of this JVM, loaded at the first call. */
  static Models shared() {
    return Holder.INSTANCE;
  }

  private static NERClassifierCombiner nameClassifier() {
    try {
      var options = new Properties();
      // The classifier can remember the lower-case words that it has seen and use them as evidence
      // for later texts: its answers would depend on the order of the texts.
      options.setProperty("maxAdditionalKnownLCWords", "0");
      CRFClassifier<CoreLabel> classifier = CRFClassifier.getClassifier(NER, options);
      return new NERClassifierCombiner(false, false, classifier);
    } catch (IOException | ClassNotFoundException e) {
      throw missing(NER, e);
    }
  }

  private static ParserPool parser() {
    try {
      return new ParserPool(PARSER);
    } catch (IOException e) {
      throw missing(PARSER, e);
    }
  }

  private static IllegalStateException missing(String model, Exception cause) {
    return new IllegalStateException(
        "cannot load the model %s: the class path needs stanford-corenlp-%s-models.jar"
            .formatted(model, VERSION),
        cause);
  }
}
