package org.parley.nlp;

import edu.stanford.nlp.pipeline.TokenizerAnnotator;
import java.io.IOException;
import java.util.Locale;
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
      "corenlp-%s pos=left3words-distsim ner=all.3class.distsim depparse=english_UD headlines=small"
          .formatted(VERSION);

  private static final class Holder {
    static final Models INSTANCE = new Models();
  }

  final TokenizerAnnotator tokenizer;
  final WordTagger tagger;
  final Lemmas lemmas = new Lemmas();
  final NameTagger names;
  final ParserPool parser;
  final KnownSentences known = new KnownSentences();

  private Models() {
    // CoreNLP lowers words by the locale of the JVM: in Turkish, "In" would become "ın".
    Locale.setDefault(Locale.ROOT);
    var options = new Properties();
    options.setProperty("annotators", "tokenize");
    // Characters which the tokenizer does not know stay in the text without a word about each.
    options.setProperty("tokenize.options", "untokenizable=noneKeep");
    tokenizer = new TokenizerAnnotator(options);
    var loadingTagger = loading(TAGGER, path -> new WordTagger(TaggerModel.load(path)));
    var loadingParser = loading(PARSER, ParserPool::new);
    names = loading(NER, path -> new NameTagger(NameModel.load(path))).join();
    tagger = loadingTagger.join();
    parser = loadingParser.join();
  }

  /** The annotators of this JVM, loaded at the first call. */
  static Models shared() {
    return Holder.INSTANCE;
  }

  /** Reads a model from a resource. */
  private interface Reader<T> {
    T read(String path) throws IOException;
  }

  private static <T> CompletableFuture<T> loading(String model, Reader<T> reader) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return reader.read(model);
          } catch (IOException e) {
            throw missing(model, e);
          }
        });
  }

  private static IllegalStateException missing(String model, Exception cause) {
    return new IllegalStateException(
        "cannot load the model %s: the class path needs stanford-corenlp-%s-models.jar"
            .formatted(model, VERSION),
        cause);
  }
}
