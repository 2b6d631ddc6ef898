package org.parley.nlp;

import edu.stanford.nlp.ie.NERFeatureFactory;
import edu.stanford.nlp.ie.crf.CRFLabel;
import edu.stanford.nlp.io.IOUtils;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.process.WordShapeClassifier;
import edu.stanford.nlp.sequences.Clique;
import edu.stanford.nlp.sequences.FeatureFactory;
import edu.stanford.nlp.sequences.SeqClassifierFlags;
import edu.stanford.nlp.util.Index;
import edu.stanford.nlp.util.PaddedList;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The weights of CoreNLP's name recogniser all.3class.distsim, read from its own model file: a
 * conditional random field over labels and pairs of labels (Finkel, Grenager and Manning, ACL
 * 2005). Shared by all threads.
 */
final class NameModel {
  /** The label of what is no name; it stands before the first word, too. */
  static final String BACKGROUND = "O";

  private static final Clique WORD_ALONE = FeatureFactory.cliqueC;

  private final List<String> labels;
  private final int background;

  /** By number of a pair in the model: where it stands among all pairs, first label first. */
  private final int[] pairs;

  private final Map<String, float[]> weights;
  private final NERFeatureFactory<CoreLabel> factory;
  private final int shape;

  /** Words that the training data has in lower case, so that a capital says less. */
  private final Set<String> lowerCase;

  @SuppressWarnings("unchecked")
  private NameModel(ObjectInputStream in) throws IOException, ClassNotFoundException {
    var labelIndices = (List<Index<CRFLabel>>) in.readObject();
    labels = List.copyOf(((Index<String>) in.readObject()).objectsList());
    background = labels.indexOf(BACKGROUND);
    var features = (Index<String>) in.readObject();
    var flags = (SeqClassifierFlags) in.readObject();
    if (in.readObject() instanceof Integer count && count == 1) {
      factory = (NERFeatureFactory<CoreLabel>) in.readObject();
    } else {
      throw new IOException("expected one feature factory");
    }
    factory.init(flags);
    shape = flags.wordShape;
    int window = in.readInt();
    var all = (Object[]) in.readObject();
    lowerCase = new HashSet<>((Set<String>) in.readObject());
    if (window != 2 || labelIndices.size() != 2) {
      throw new IOException("expected pairs of labels, not " + window);
    }
    pairs =
        labelIndices.get(1).objectsList().stream()
            .mapToInt(pair -> pair.getLabel()[0] * labels.size() + pair.getLabel()[1])
            .toArray();
    int[] order =
        labelIndices.get(0).objectsList().stream().mapToInt(label -> label.getLabel()[0]).toArray();
    weights = new HashMap<>(2 * features.size());
    for (int i = 0; i < features.size(); i++) {
      float[] ofFeature = floats(all[i]);
      weights.put(
          features.get(i),
          ofFeature.length == order.length ? ordered(ofFeature, order) : ofFeature);
    }
  }

  /**
   * Reads a model.
   *
   * @param path a file or a resource on the class path, gzipped
   * @throws IOException if it cannot be read, or is not such a model
   */
  static NameModel load(String path) throws IOException {
    try (InputStream stream = IOUtils.getInputStreamFromURLOrClasspathOrFileSystem(path);
        var in = new ObjectInputStream(new BufferedInputStream(stream, 1 << 16))) {
      return new NameModel(in);
    } catch (ClassNotFoundException | RuntimeException e) {
      throw new IOException(path + " is not a model of names", e);
    }
  }

  private static float[] floats(Object row) {
    if (row instanceof float[] floats) {
      return floats;
    }
    // CoreNLP keeps half of what the file has, and so do we, to say the same as it does.
    double[] doubles = (double[]) row;
    float[] floats = new float[doubles.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) doubles[i];
    }
    return floats;
  }

  private static float[] ordered(float[] weights, int[] labels) {
    var ordered = new float[weights.length];
    for (int i = 0; i < labels.length; i++) {
      ordered[labels[i]] = weights[i];
    }
    return ordered;
  }

  List<String> labels() {
    return labels;
  }

  int background() {
    return background;
  }

  /** By pair of labels, 0 where the training data has it, else minus infinity. */
  double[] noPair() {
    var never = new double[labels.size() * labels.size()];
    Arrays.fill(never, Double.NEGATIVE_INFINITY);
    for (int pair : pairs) {
      never[pair] = 0;
    }
    return never;
  }

  /** Adds the weights of a feature of one word to the sums by label. */
  void add(String feature, double[] sum) {
    float[] found = weights.get(feature);
    if (found != null) {
      for (int i = 0; i < found.length; i++) {
        sum[i] += found[i];
      }
    }
  }

  /** Adds the weights of a feature of two labels to the sums by pair. */
  void addPairs(String feature, double[] sum) {
    float[] found = weights.get(feature);
    if (found != null) {
      for (int i = 0; i < found.length; i++) {
        sum[pairs[i]] += found[i];
      }
    }
  }

  /** The shape of a word: its capitals, small letters, digits and marks. */
  String shape(String word) {
    return WordShapeClassifier.wordShape(word, shape, lowerCase);
  }

  /** The class of a word by the words beside which it stands (Clark 2003). */
  String wordClass(String word) {
    var label = new CoreLabel();
    label.setWord(word);
    // The class is known to the factory alone, which leaves it at the word.
    factory.getCliqueFeatures(new PaddedList<>(List.of(label), new CoreLabel()), 0, WORD_ALONE);
    return label.get(CoreAnnotations.DistSimAnnotation.class);
  }
}
