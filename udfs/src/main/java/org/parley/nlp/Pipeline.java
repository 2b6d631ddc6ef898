package org.parley.nlp;

import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.util.CoreMap;
import edu.stanford.nlp.util.RuntimeInterruptedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.text.Section;
import org.parley.text.SectionedText;

/**
 * CoreNLP over one text at a time: tokens, sentences, tags, lemmas, names and basic dependencies.
 * The models behind it are loaded once per JVM, when the first text comes. Safe for use by several
 * threads.
 */
public final class Pipeline {
  private final PipelineOptions options;
  private final Set<String> cues;

  /** A pipeline with the given limits; cheap, since all pipelines of a JVM share their models. */
  public Pipeline(PipelineOptions options) {
    this.options = options;
    this.cues = Set.copyOf(options.cues());
  }

  private static final class Holder {
    static final Pipeline INSTANCE = new Pipeline(PipelineOptions.DEFAULT);
  }

  /** The pipeline of this JVM with the default options. */
  public static Pipeline shared() {
    return Holder.INSTANCE;
  }

  /** Loads the models of this JVM, if that has not been done. */
  public static void load() {
    Models.shared();
  }

  /**
   * Forgets the sentences that this JVM has seen, so that a measurement does not find them known.
   */
  public static void forgetSentences() {
    Models.shared().known.clear();
  }

  /**
   * Annotates a text.
   *
   * @throws IllegalStateException if it cannot be annotated within the limits
   */
  public AnnotatedText annotate(SectionedText input) {
    Outcome outcome = run(input);
    if (outcome instanceof Outcome.Annotated annotated) {
      return annotated.text();
    }
    throw new IllegalStateException(outcome.reason());
  }

  /**
   * Annotates a text, paragraph by paragraph, within the limits. What goes wrong inside is part of
   * the outcome, a stack that is too small for the text included. A text that an interrupt stops
   * has run out of time.
   *
   * @throws OutOfMemoryError if the heap is too small, which may be due to what else goes on
   */
  public Outcome run(SectionedText input) {
    var models = Models.shared();
    var text = new Text(input, models, options, cues);
    try {
      return text.annotate();
    } catch (RuntimeInterruptedException e) {
      return text.timeout();
    } catch (RuntimeException | StackOverflowError e) {
      return new Outcome.Lost(
          Outcome.Status.FAILED,
          e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()),
          text.millis());
    }
  }

  /**
   * Annotates sentences whose tokens are given, without limits and quotation marks.
   *
   * @param sentences the tokens of each sentence, none empty
   * @return the text that has the tokens with a space between them and a line for each sentence
   */
  public AnnotatedText annotateTokens(List<List<String>> sentences) {
    var input = new StringBuilder();
    var labels = new ArrayList<List<CoreLabel>>();
    for (List<String> words : sentences) {
      var sentence = new ArrayList<CoreLabel>(words.size());
      for (String word : words) {
        var label = new CoreLabel();
        label.setWord(word);
        label.setValue(word);
        label.setOriginalText(word);
        label.setBeginPosition(input.length());
        label.setEndPosition(input.length() + word.length());
        sentence.add(label);
        input.append(word).append(' ');
      }
      input.setCharAt(input.length() - 1, '\n');
      labels.add(sentence);
    }
    var text =
        new Text(new SectionedText(input.toString(), List.of()), Models.shared(), options, cues);
    for (int i = 0; i < labels.size(); i++) {
      text.sentences.add(text.analyse(labels.get(i), i, Section.BODY, 0));
    }
    return new AnnotatedText(input.toString(), text.sentences, List.of());
  }

  /** One text on its way. */
  private static final class Text {
    /** A first line of more characters is no headline, whatever it is. */
    private static final int LONGEST_HEADLINE = 500;

    private final SectionedText input;
    private final Models models;
    private final PipelineOptions options;
    private final Set<String> cues;
    private final long start = System.nanoTime();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<String> cuts = new ArrayList<>();
    private boolean truncated;
    private int splitSentences;

    Text(SectionedText input, Models models, PipelineOptions options, Set<String> cues) {
      this.input = input;
      this.models = models;
      this.options = options;
      this.cues = cues;
    }

    Outcome annotate() {
      for (int p = 0; p < input.paragraphs().size() && !truncated; p++) {
        var paragraph = input.paragraphs().get(p);
        int end = Math.min(paragraph.end(), options.maxCharacters());
        if (end < paragraph.end()) {
          truncate("the text was cut at " + options.maxCharacters() + " characters");
          end = beforeLastWord(paragraph.begin(), end);
        }
        if (!annotate(p, paragraph.section(), paragraph.begin(), end)) {
          return timeout();
        }
      }
      if (splitSentences > 0) {
        cuts.add(
            "%d sentence%s of more than %d tokens split"
                .formatted(
                    splitSentences, splitSentences == 1 ? "" : "s", options.maxSentenceTokens()));
      }
      var annotated =
          new AnnotatedText(
              input.text(), sentences, QuotationMarks.spans(input.text(), input.paragraphs()));
      return new Outcome.Annotated(
          annotated,
          truncated ? Outcome.Status.TRUNCATED : Outcome.Status.OK,
          String.join("; ", cuts),
          millis());
    }

    Outcome timeout() {
      return new Outcome.Lost(
          Outcome.Status.TIMEOUT,
          "took longer than " + options.maxSeconds() + " seconds",
          millis());
    }

    private void truncate(String reason) {
      truncated = true;
      cuts.add(reason);
    }

    long millis() {
      return (System.nanoTime() - start) / 1_000_000;
    }

    /** The last place up to the given one where no word is cut, or that one where there is none. */
    private int beforeLastWord(int begin, int end) {
      for (int i = end; i > Math.max(begin, end - 100); i--) {
        if (Character.isWhitespace(input.text().charAt(i))) {
          return i;
        }
      }
      boolean insidePair =
          end > begin
              && Character.isHighSurrogate(input.text().charAt(end - 1))
              && Character.isLowSurrogate(input.text().charAt(end));
      return insidePair ? end - 1 : end;
    }

    /** Adds the sentences of a paragraph, or says that the time is over. */
    private boolean annotate(int index, Section section, int begin, int end) {
      int from = begin;
      while (from < end) {
        int to = MarkRuns.end(input.text(), from, end);
        if (!annotatePiece(index, section, from, to)) {
          return false;
        }
        from = to;
      }
      return true;
    }

    private boolean annotatePiece(int index, Section section, int begin, int end) {
      var paragraph = new Annotation(input.text().substring(begin, end));
      models.tokenizer.annotate(paragraph);
      for (CoreMap sentence : paragraph.get(CoreAnnotations.SentencesAnnotation.class)) {
        var tokens = sentence.get(CoreAnnotations.TokensAnnotation.class);
        var parts = SentenceSplits.split(tokens, options.maxSentenceTokens());
        splitSentences += parts.size() > 1 ? 1 : 0;
        for (List<CoreLabel> part : parts) {
          if (millis() > 1000L * options.maxSeconds() || Thread.currentThread().isInterrupted()) {
            return false;
          }
          if (sentences.size() == options.maxSentences()) {
            truncate("the text was cut after " + options.maxSentences() + " sentences");
            return true;
          }
          sentences.add(analyse(part, index, section, begin));
        }
      }
      return true;
    }

    private Sentence analyse(List<CoreLabel> labels, int paragraph, Section section, int offset) {
      var kind = kind(section, paragraph);
      boolean counts = kind != KnownSentences.Kind.APART;
      List<String> words = labels.stream().map(CoreLabel::word).toList();
      if (kind == KnownSentences.Kind.HEADLINE) {
        int behind = input.paragraphs().get(paragraph).end();
        words = models.tagger.headlineWords(words, input.text(), behind);
      }
      var known = models.known.get(words, kind);
      var analysis = known == null ? tagged(words, kind) : known;
      boolean parsed = counts && isSelected(words, analysis);
      boolean wantsTree = parsed && analysis.tree() == null;
      if (wantsTree) {
        analysis = analysis.withTree(models.parser.parse(words, analysis.tags()));
      }
      if (known == null || wantsTree) {
        models.known.put(words, kind, analysis);
      }
      var tokens = new ArrayList<Token>(labels.size());
      for (int i = 0; i < labels.size(); i++) {
        tokens.add(token(labels.get(i), i, analysis, parsed, offset));
      }
      return new Sentence(
          sentences.size(),
          paragraph,
          section,
          tokens.get(0).begin(),
          tokens.get(tokens.size() - 1).end(),
          parsed,
          tokens);
    }

    private KnownSentences.Kind kind(Section section, int paragraph) {
      return switch (section) {
        case BOILERPLATE -> KnownSentences.Kind.APART;
        case HEADLINE -> {
          var line = input.paragraphs().get(paragraph);
          yield line.end() - line.begin() > LONGEST_HEADLINE
              ? KnownSentences.Kind.SENTENCE
              : KnownSentences.Kind.HEADLINE;
        }
        default -> KnownSentences.Kind.SENTENCE;
      };
    }

    private KnownSentences.Analysis tagged(List<String> words, KnownSentences.Kind kind) {
      var tags =
          kind == KnownSentences.Kind.HEADLINE
              ? models.tagger.headlineTags(words)
              : models.tagger.tags(words);
      return new KnownSentences.Analysis(
          tags,
          models.lemmas.of(words, tags),
          kind == KnownSentences.Kind.APART
              ? Collections.nCopies(words.size(), NameModel.BACKGROUND)
              : models.names.labels(words, tags),
          null);
    }

    /**
     * Whether a quotation or a stance can come from a sentence, or all are wanted: it has a
     * quotation mark, or a cue and somebody whom it may be about.
     */
    private boolean isSelected(List<String> words, KnownSentences.Analysis analysis) {
      if (options.parse() == PipelineOptions.Parse.ALL
          || cues.isEmpty()
          || words.stream().anyMatch(QuotationMarks::isDouble)) {
        return true;
      }
      boolean cue = false;
      boolean entity = false;
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        cue |=
            cues.contains(analysis.lemmas().get(i)) || cues.contains(word.toLowerCase(Locale.ROOT));
        entity |= mayBeEntity(word, i, analysis);
      }
      return cue && entity;
    }

    /** A name, what may be one, or a pronoun that may stand for one. */
    private static boolean mayBeEntity(String word, int index, KnownSentences.Analysis analysis) {
      String tag = analysis.tags().get(index);
      return !"O".equals(analysis.names().get(index))
          || tag.startsWith("NNP")
          || tag.startsWith("PRP")
          || (index > 0 && Character.isUpperCase(word.charAt(0)));
    }

    private Token token(
        CoreLabel label, int index, KnownSentences.Analysis analysis, boolean parsed, int offset) {
      int begin = offset + label.beginPosition();
      int end = offset + label.endPosition();
      return new Token(
          begin,
          end,
          input.text().substring(begin, end),
          analysis.lemmas().get(index),
          analysis.tags().get(index),
          analysis.names().get(index),
          parsed ? analysis.tree().get(index).head() : Token.UNPARSED,
          parsed ? analysis.tree().get(index).relation() : "");
    }
  }
}
