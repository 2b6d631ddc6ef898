package org.parley.nlp;

import edu.stanford.nlp.io.IOUtils;
import edu.stanford.nlp.maxent.iis.LambdaSolve;
import edu.stanford.nlp.tagger.maxent.Distsim;
import edu.stanford.nlp.tagger.maxent.TaggerConfig;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of CoreNLP's part-of-speech tagger left3words-distsim, read from its own model file:
 * a maximum entropy model of a tag given words and two tags before (Toutanova, Klein, Manning and
 * Singer, NAACL 2003). Shared by all threads.
 *
 * <p>A feature is a template, by number, and the value that it has in a place; each has a weight
 * for some of the tags. The first templates hold for all words, the others for rare ones.
 */
final class TaggerModel {
  // The templates that hold for all words.
  static final int WORD_BEFORE = 0;
  static final int WORD = 1;
  static final int WORD_AFTER = 2;
  static final int TWO_TAGS = 3;
  static final int TAG_BEFORE = 4;

  // Those for rare words.
  static final int SHAPE_BEFORE = 5;
  static final int SHAPE = 6;
  static final int SHAPE_AFTER = 7;
  static final int CLASS_BEFORE = 8;
  static final int CLASS = 9;
  static final int CLASS_AFTER = 10;
  static final int THREE_CLASSES = 11;
  static final int HAS_CAPITAL = 12;
  static final int HAS_DIGIT = 13;
  static final int HAS_DASH = 14;
  static final int LETTER_DIGIT_DASH = 15;
  static final int COMPANY = 16;
  static final int ALL_CAPITALS = 17;
  static final int CAPITAL_DIGIT_DASH = 18;
  static final int TAG_OF_FIRST = 19;
  static final int TAG_OF_LATER = 20;
  static final int CAPITAL_OF_FIRST = 21;
  static final int PREFIX = 22;
  static final int SUFFIX = 32;
  static final int FINE_SHAPE = 42;
  static final int NO_LETTER = 43;
  private static final int TEMPLATES = 44;

  /** Prefixes and suffixes go up to so many characters. */
  static final int AFFIXES = 10;

  private static final String COMMON =
      "Extractors[Extractor(-1,word), Extractor(0,word), Extractor(1,word),"
          + " ExtractorContinuousTagConj(-2 ... -1), Extractor(-1,tag)]";
  private static final String RARE_BEGIN =
      "Extractors[ExtractorWordShapeClassifier(-1,chris2), ExtractorWordShapeClassifier(0,chris2),"
          + " ExtractorWordShapeClassifier(1,chris2), ExtractorDistsim(-1,word),"
          + " ExtractorDistsim(0,word), ExtractorDistsim(1,word),"
          + " ExtractorDistsimConjunction(-1,1), ExtractorUCase(), ExtractorCNumber(),"
          + " ExtractorDash(), ExtractorLetterDigitDash(), CompanyNameDetector(),"
          + " ExtractorAllCapitalized(), ExtractorUpperDigitDash(), ExtractorStartSentenceCap(),"
          + " ExtractorMidSentenceCapC(), ExtractorMidSentenceCap(), ExtractorWordPref(len1,w0)";
  private static final String RARE_END =
      "ExtractorWordShapeClassifier(0,chris4), ExtractorNonAlphanumeric()]";

  /** A word that occurs less often in the training data is rare. */
  private final int rareBelow;

  private final Map<String, Entry> dictionary = new HashMap<>();
  private final List<String> tags = new ArrayList<>();
  private final int[] openTags;
  private final List<Map<String, Weights>> features = new ArrayList<>();
  private Distsim classes;

  /** A word of the training data: how often it occurs, and its tags. */
  private record Entry(int count, List<String> tags, String mostFrequent) {}

  /** The weights of a feature, for the tags that it has any. */
  static final class Weights {
    private final int[] tags;
    private final double[] weights;

    Weights(int[] tags, double[] weights) {
      this.tags = tags;
      this.weights = weights;
    }

    /** Adds the weights to the sums by tag. */
    void addTo(double[] sum) {
      for (int i = 0; i < tags.length; i++) {
        sum[tags[i]] += weights[i];
      }
    }
  }

  private TaggerModel(DataInputStream in) throws IOException, ClassNotFoundException {
    rareBelow = TaggerConfig.readConfig(in).getRareWordThresh();
    in.readInt();
    int tagCount = in.readInt();
    readDictionary(in);
    skipVerbs(in);
    var open = new ArrayList<String>();
    if (in.readInt() != tagCount) {
      throw new IOException("expected " + tagCount + " tags");
    }
    for (int i = 0; i < tagCount; i++) {
      tags.add(in.readUTF());
      if (!in.readBoolean()) {
        open.add(tags.get(i));
      }
    }
    openTags = numbers(withTwins(open));
    readTemplates(in);
    readFeatures(in);
  }

  /**
   * Reads a model.
   *
   * @param path a file or a resource on the class path
   * @throws IOException if it cannot be read, or is not such a model
   */
  static TaggerModel load(String path) throws IOException {
    try (InputStream stream = IOUtils.getInputStreamFromURLOrClasspathOrFileSystem(path);
        var in = new DataInputStream(new BufferedInputStream(stream, 1 << 16))) {
      return new TaggerModel(in);
    } catch (ClassNotFoundException | RuntimeException e) {
      throw new IOException(path + " is not a model of the tagger left3words-distsim", e);
    }
  }

  private void readDictionary(DataInputStream in) throws IOException {
    int words = in.readInt();
    for (int i = 0; i < words; i++) {
      String word = in.readUTF();
      int size = in.readInt();
      // Where two tags are equally frequent, CoreNLP takes the one that its map has first.
      var counts = new HashMap<String, Integer>(size);
      for (int j = 0; j < size; j++) {
        String tag = in.readUTF().intern();
        counts.put(tag, in.readInt());
      }
      int sum = 0;
      int highest = 0;
      String mostFrequent = null;
      for (var count : counts.entrySet()) {
        sum += count.getValue();
        if (count.getValue() > highest) {
          highest = count.getValue();
          mostFrequent = count.getKey();
        }
      }
      dictionary.put(word, new Entry(sum, List.copyOf(counts.keySet()), mostFrequent));
    }
  }

  /** Verbs that take particles, which no template of this model asks for. */
  private static void skipVerbs(DataInputStream in) throws IOException {
    int verbs = in.readInt();
    for (int i = 0; i < verbs; i++) {
      in.readInt();
      in.skipNBytes(in.readInt());
      in.skipNBytes(4L * Integer.BYTES);
    }
  }

  private void readTemplates(DataInputStream in) throws IOException, ClassNotFoundException {
    var objects = new TemplateStream(in);
    String common = objects.readObject().toString();
    String rare = objects.readObject().toString();
    if (!common.equals(COMMON) || !rare.startsWith(RARE_BEGIN) || !rare.endsWith(RARE_END)) {
      throw new IOException("unknown templates: " + common + " " + rare);
    }
    classes = objects.classes;
  }

  /** Keeps the word classes, which lie somewhere within the templates. */
  private static final class TemplateStream extends ObjectInputStream {
    private Distsim classes;

    TemplateStream(InputStream in) throws IOException {
      super(in);
      enableResolveObject(true);
    }

    @Override
    protected Object resolveObject(Object object) {
      if (object instanceof Distsim found) {
        classes = found;
      }
      return object;
    }
  }

  private void readFeatures(DataInputStream in) throws IOException {
    var tagNumbers = new HashMap<String, Integer>();
    for (String tag : tags) {
      tagNumbers.put(tag, tagNumbers.size());
    }
    var found = new ArrayList<Map<String, int[]>>();
    for (int i = 0; i < TEMPLATES; i++) {
      found.add(new HashMap<>());
    }
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      int weight = in.readInt();
      int template = in.readInt();
      String value = in.readUTF();
      int tag = tagNumbers.get(in.readUTF());
      found.get(template).merge(value, new int[] {tag, weight}, TaggerModel::joined);
    }
    double[] weights = LambdaSolve.read_lambdas(in);
    for (Map<String, int[]> ofTemplate : found) {
      var converted = new HashMap<String, Weights>(2 * ofTemplate.size());
      ofTemplate.forEach((value, pairs) -> converted.put(value, weights(pairs, weights)));
      features.add(converted);
    }
  }

  private static int[] joined(int[] first, int[] second) {
    int[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static Weights weights(int[] pairs, double[] all) {
    int[] tags = new int[pairs.length / 2];
    double[] weights = new double[tags.length];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = pairs[2 * i];
      weights[i] = all[pairs[2 * i + 1]];
    }
    return new Weights(tags, weights);
  }

  /** The names of the tags by number. */
  List<String> tags() {
    return tags;
  }

  /** The weights of a feature; null where it has none. */
  Weights weights(int template, String value) {
    return features.get(template).get(value);
  }

  /** The class of a word by the words beside which it stands (Clark 2003). */
  String wordClass(String word) {
    return classes.getMapping(word);
  }

  boolean isRare(String word) {
    Entry entry = dictionary.get(word);
    return entry == null || entry.count < rareBelow;
  }

  /** The most frequent tag of a word, or null if the training data has none. */
  String mostFrequentTag(String word) {
    Entry entry = dictionary.get(word);
    return entry == null ? null : entry.mostFrequent;
  }

  /** Whether the training data has a word with a tag. */
  boolean mayBe(String word, String tag) {
    Entry entry = dictionary.get(word);
    return entry != null && entry.tags.contains(tag);
  }

  /** The tags that a word may have: of an unknown one, those of open classes. */
  int[] allowedTags(String word) {
    Entry entry = dictionary.get(word);
    return entry == null || entry.count == 0 ? openTags : numbers(withTwins(entry.tags));
  }

  private int[] numbers(List<String> names) {
    return names.stream().mapToInt(tags::indexOf).toArray();
  }

  /** As English has one form for both, past tense goes with participle, infinitive with present. */
  private static List<String> withTwins(List<String> tags) {
    var all = new ArrayList<>(tags);
    addTwin("VBN", "VBD", tags, all);
    addTwin("VBD", "VBN", tags, all);
    addTwin("VB", "VBP", tags, all);
    addTwin("VBP", "VB", tags, all);
    return all;
  }

  private static void addTwin(String one, String other, List<String> tags, List<String> all) {
    if (tags.contains(one) && !tags.contains(other)) {
      all.add(other);
    }
  }
}
