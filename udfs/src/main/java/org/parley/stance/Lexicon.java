package org.parley.stance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.parley.seed.Seeds;

/**
 * The words of stance: frames (lexicon/frames.csv) by their head words, the operators
 * (lexicon/operators.csv) that change them, and how often frames were right. Immutable.
 */
public final class Lexicon {
  static final String FILE = "lexicon/frames.csv";

  private final Map<String, List<Frame>> frames;
  private final Operators operators;
  private final FrameReliability reliability;
  private final int size;

  private Lexicon(
      Map<String, List<Frame>> frames,
      Operators operators,
      FrameReliability reliability,
      int size) {
    this.frames = frames;
    this.operators = operators;
    this.reliability = reliability;
    this.size = size;
  }

  /**
   * Reads the tables.
   *
   * @throws IllegalArgumentException if a row is malformed; the message names file, record and what
   *     was expected
   */
  public static Lexicon load(Seeds seeds) {
    var frames = new HashMap<String, List<Frame>>();
    var ids = new HashSet<String>();
    for (CSVRecord row : seeds.csv(FILE)) {
      String where = FILE + ", record " + row.getRecordNumber();
      var frame = frame(row, where);
      if (!ids.add(frame.id())) {
        throw new IllegalArgumentException(where + ": the id '" + frame.id() + "' stands twice");
      }
      for (String head : row.get("head").split("\\|", -1)) {
        frames.computeIfAbsent(head, key -> new ArrayList<>()).add(frame);
      }
    }
    return new Lexicon(frames, Operators.load(seeds), FrameReliability.load(seeds), ids.size());
  }

  private static Frame frame(CSVRecord row, String where) {
    var needs = new ArrayList<Set<String>>();
    for (String need : words(row.get("needs"))) {
      needs.add(Set.of(need.split("\\|", -1)));
    }
    var targets = new ArrayList<Frame.Target>();
    for (String target : words(row.get("targets"))) {
      int colon = target.lastIndexOf(':');
      String sign = colon < 0 ? "" : target.substring(colon + 1);
      if (!Set.of("+", "-", "0").contains(sign)) {
        throw new IllegalArgumentException(
            where + ": target '" + target + "' should be SLOT:+, SLOT:- or SLOT:0");
      }
      int value = sign.equals("+") ? 1 : sign.equals("-") ? -1 : 0;
      targets.add(new Frame.Target(target.substring(0, colon).replace('_', ' '), value));
    }
    var part = part(row.get("part"), where);
    double intensity;
    try {
      intensity = Double.parseDouble(row.get("intensity"));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          where + ": intensity '" + row.get("intensity") + "' is not a number", e);
    }
    return new Frame(
        row.get("id"), needs, part, words(row.get("holder")), targets, intensity, row.get("class"));
  }

  static Frame.Part part(String letter, String where) {
    return switch (letter) {
      case "v" -> Frame.Part.VERB;
      case "n" -> Frame.Part.NOUN;
      case "a" -> Frame.Part.ADJECTIVE;
      case "p" -> Frame.Part.PREPOSITION;
      default ->
          throw new IllegalArgumentException(
              where + ": part '" + letter + "' should be v, n, a or p");
    };
  }

  private static List<String> words(String cell) {
    return Arrays.stream(cell.split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  /** The same frames without the operators that change them: for measuring what these are worth. */
  public Lexicon withoutOperators() {
    return new Lexicon(frames, operators.rolesOnly(), reliability, size);
  }

  /** How many frames there are. */
  public int size() {
    return size;
  }

  /** Whether a word turns the sign of what it stands at: an end, a ban, to lift. */
  boolean turns(String word) {
    return frames(word).stream()
        .filter(frame -> frame.needs().isEmpty())
        .filter(
            frame ->
                frame.isEffect() || frame.kind().equals("oppose") || frame.kind().equals("reject"))
        .anyMatch(frame -> frame.targets().stream().allMatch(target -> target.sign() < 0));
  }

  /** Whether a noun names what somebody is for or against: an objection, a support. */
  boolean isAttitude(String noun) {
    return frames(noun).stream()
        .anyMatch(frame -> frame.part() == Frame.Part.NOUN && frame.holders().contains("light"));
  }

  List<Frame> frames(String head) {
    return frames.getOrDefault(head, List.of());
  }

  FrameReliability reliability() {
    return reliability;
  }

  Operators operators() {
    return operators;
  }
}
