package org.parley.nlp;

import edu.stanford.nlp.io.IOUtils;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of CoreNLP's neural dependency parser, read from its own model file: the network of
 * Chen and Manning (EMNLP 2014), with 18 places of a configuration, each of them a word and a tag,
 * twelve of them with the label of the arc above as well. Shared by all threads.
 *
 * <p>Rows are filled up with zeros to lengths that the inner loops like. Weights are kept by input:
 * row {@code place * dimensions + d} holds the weights from dimension d of the place's embedding to
 * every hidden unit, so that the inner loops run over neighbours.
 */
final class ParserModel {
  static final int PLACES = 18;

  /** The first place that has a label: before it stand the tops of stack and buffer. */
  static final int FIRST_LABELLED = 6;

  private static final int INPUTS = 3 * PLACES - FIRST_LABELLED;

  final int hidden;
  final int dimensions;

  /** Names of the arcs' labels by number; number 0 stands for no arc. */
  final List<String> labels;

  /** The weights from one hidden unit to all transitions: left arcs by label, right arcs, shift. */
  final float[][] output;

  private final Map<String, Integer> words;
  private final Map<String, Integer> tags;
  private final float[][] wordVectors;
  private final float[][] tagVectors;
  private final float[][] labelVectors;
  private final float[][] weights;
  private final float[] bias;

  /** By place, what an empty place takes away: minus the sums of the word that stands for none. */
  private final float[][] withoutWord;

  private ParserModel(BufferedReader reader) throws IOException {
    int wordCount = size(reader, "dict");
    int tagCount = size(reader, "pos");
    int labelCount = size(reader, "label");
    int embeddingSize = size(reader, "embeddingSize");
    int hiddenSize = size(reader, "hiddenSize");
    if (size(reader, "numTokens") != INPUTS) {
      throw new IOException("expected " + INPUTS + " inputs");
    }
    size(reader, "preComputed");
    dimensions = roundedUp(embeddingSize, 4);
    hidden = roundedUp(hiddenSize, 4);
    var names = new ArrayList<String>();
    wordVectors = vectors(reader, wordCount, embeddingSize, names);
    words = numbers(names);
    names.clear();
    tagVectors = vectors(reader, tagCount, embeddingSize, names);
    tags = numbers(names);
    names.clear();
    labelVectors = vectors(reader, labelCount, embeddingSize, names);
    labels = List.copyOf(names);
    weights = new float[INPUTS * dimensions][hidden];
    for (int input = 0; input < INPUTS; input++) {
      for (int d = 0; d < embeddingSize; d++) {
        fill(weights[input * dimensions + d], reader.readLine(), 0, hiddenSize);
      }
    }
    bias = new float[hidden];
    fill(bias, reader.readLine(), 0, hiddenSize);
    int transitions = 2 * (labelCount - 1) + 1;
    output = new float[hidden][roundedUp(transitions, 8)];
    for (int i = 0; i < hiddenSize; i++) {
      fill(output[i], reader.readLine(), 0, transitions);
    }
    withoutWord = new float[PLACES][hidden];
    for (int place = 0; place < PLACES; place++) {
      add(wordVectors[NONE], place, withoutWord[place]);
      for (int i = 0; i < hidden; i++) {
        withoutWord[place][i] = -withoutWord[place][i];
      }
    }
  }

  private static int roundedUp(int size, int multiple) {
    return (size + multiple - 1) / multiple * multiple;
  }

  /**
   * Reads a model.
   *
   * @param path a file or a resource on the class path, gzipped or not
   * @throws IOException if it cannot be read, or is not such a model
   */
  static ParserModel load(String path) throws IOException {
    try (BufferedReader reader = IOUtils.readerFromString(path)) {
      return new ParserModel(reader);
    } catch (RuntimeException e) {
      throw new IOException(path + " is not a parser model", e);
    }
  }

  private static int size(BufferedReader reader, String name) throws IOException {
    String line = reader.readLine();
    if (line == null || !line.startsWith(name + "=")) {
      throw new IOException("expected a line \"" + name + "=\": " + line);
    }
    return Integer.parseInt(line.substring(name.length() + 1));
  }

  private float[][] vectors(BufferedReader reader, int count, int length, List<String> names)
      throws IOException {
    var vectors = new float[count][dimensions];
    for (float[] vector : vectors) {
      String line = reader.readLine();
      int space = line.indexOf(' ');
      names.add(line.substring(0, space));
      fill(vector, line, space + 1, length);
    }
    return vectors;
  }

  private static void fill(float[] row, String line, int begin, int length) {
    int from = begin;
    for (int i = 0; i < length; i++) {
      int space = line.indexOf(' ', from);
      int to = space < 0 ? line.length() : space;
      row[i] = Float.parseFloat(line.substring(from, to));
      from = to + 1;
    }
  }

  private static Map<String, Integer> numbers(List<String> names) {
    var numbers = new HashMap<String, Integer>();
    for (String name : names) {
      numbers.put(name, numbers.size());
    }
    return numbers;
  }

  // What stands first in each list: a name that the model does not know, no token, the root.
  private static final int UNKNOWN = 0;
  private static final int NONE = 1;
  static final int ROOT = 2;

  int word(String word) {
    return words.getOrDefault(word, UNKNOWN);
  }

  int tag(String tag) {
    return tags.getOrDefault(tag, UNKNOWN);
  }

  int tagCount() {
    return tagVectors.length;
  }

  /** What the hidden units get where every place is empty, bias included. */
  float[] base() {
    var sum = bias.clone();
    for (int place = 0; place < PLACES; place++) {
      add(wordVectors[NONE], place, sum);
      add(tagVectors[NONE], tagInput(place), sum);
      if (place >= FIRST_LABELLED) {
        add(labelVectors[0], labelInput(place), sum);
      }
    }
    return sum;
  }

  /** How a word in a place changes the sums of the hidden units, compared with an empty place. */
  float[] word(int place, int word) {
    var sum = withoutWord[place].clone();
    add(wordVectors[word], place, sum);
    return sum;
  }

  /** How a tag in a place changes the sums of the hidden units, compared with an empty place. */
  float[] tag(int place, int tag) {
    return difference(tagVectors[tag], tagVectors[NONE], tagInput(place));
  }

  /** How a label in a place changes the sums of the hidden units, compared with an empty place. */
  float[] label(int place, int label) {
    return difference(labelVectors[label], labelVectors[0], labelInput(place));
  }

  private static int tagInput(int place) {
    return PLACES + place;
  }

  private static int labelInput(int place) {
    return 2 * PLACES + place - FIRST_LABELLED;
  }

  private float[] difference(float[] vector, float[] from, int input) {
    var change = new float[dimensions];
    for (int d = 0; d < dimensions; d++) {
      change[d] = vector[d] - from[d];
    }
    var sum = new float[hidden];
    add(change, input, sum);
    return sum;
  }

  private void add(float[] vector, int input, float[] sum) {
    for (int d = 0; d < dimensions; d += 4) {
      Sums.addFour(weights, input * dimensions + d, vector, d, sum);
    }
  }
}
