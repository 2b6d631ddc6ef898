package org.parley.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.parley.quote.SpeakerLabel.Form;

/**
 * Finds the turns of transcripts and interviews: paragraphs that begin with a speaker's name, or Q
 * or A, and a colon, with the paragraphs that go on with the turn. Paragraphs with labels are a
 * transcript only where two of them are persons' and somebody in them speaks of himself or to
 * another.
 */
final class TranscriptFinder {
  private static final int MIN_TURNS = 2;

  /** So many turns under names in ordinary writing are no list of persons. */
  private static final int MIN_NAMED_TURNS = 4;

  /** So many turns, with paragraphs in between, make a whole text a transcript. */
  private static final int MANY_TURNS = 8;

  private final TokenTree tree;
  private final LabelReader reader;
  private final Paragraphs paragraphs;
  private final List<SpeakerLabel> labels = new ArrayList<>();

  TranscriptFinder(TokenTree tree, Paragraphs paragraphs, LabelWords words) {
    this.tree = tree;
    this.paragraphs = paragraphs;
    this.reader = new LabelReader(tree, words);
  }

  /** The turns in order; none if the text holds no transcript. */
  List<Finding> find() {
    readLabels();
    if (count() < MIN_TURNS) {
      return new ArrayList<>();
    }
    boolean dialogue = count(Form.NAME) >= MIN_NAMED_TURNS && repeats() && isDialogue(2);
    dropUnless(Form.NAME, dialogue || isExchange());
    dropUnless(Form.CAPITALS, persons() >= MIN_TURNS && isDialogue(3));
    int questions = count(Form.QUESTION);
    int answers = count(Form.ANSWER);
    boolean interview = (questions > 0 && answers > 0) || questions + answers > MIN_TURNS;
    dropUnless(Form.QUESTION, interview);
    dropUnless(Form.ANSWER, interview);
    return count() < MIN_TURNS ? new ArrayList<>() : turns();
  }

  private void readLabels() {
    for (int p = 0; p < paragraphs.size(); p++) {
      labels.add(reader.at(paragraphs.first(p), paragraphs.last(p)));
    }
  }

  private int count() {
    return (int) labels.stream().filter(label -> label != null).count();
  }

  private int count(Form form) {
    return (int) labels.stream().filter(label -> label != null && label.form() == form).count();
  }

  private void dropUnless(Form form, boolean kept) {
    if (!kept) {
      labels.replaceAll(label -> label != null && label.form() == form ? null : label);
    }
  }

  /** Whether a name in ordinary writing has a second turn after another's. */
  private boolean repeats() {
    var seen = new HashSet<String>();
    String last = "";
    for (var label : labels) {
      if (label != null && label.form() == Form.NAME) {
        if (!seen.add(label.key()) && !label.key().equals(last)) {
          return true;
        }
        last = label.key();
      }
    }
    return false;
  }

  /**
   * Whether the only turns stand side by side under two names in turn, one of them asks, and each
   * says "you" or the like: a question and its answer.
   */
  private boolean isExchange() {
    int previous = -1;
    boolean asks = false;
    for (int p = 0; p < labels.size(); p++) {
      var label = labels.get(p);
      if (label == null) {
        continue;
      }
      boolean next =
          previous < 0 || (previous == p - 1 && !labels.get(previous).key().equals(label.key()));
      if (!next || label.form() != Form.NAME) {
        return false;
      }
      asks |= "?".equals(tree.token(paragraphs.last(p)).word());
      previous = p;
    }
    return asks && isDialogue(1);
  }

  /** Whether one turn in so many has words that only stand in speech. */
  private boolean isDialogue(int share) {
    int all = 0;
    int personal = 0;
    for (int p = 0; p < labels.size(); p++) {
      if (labels.get(p) != null) {
        all++;
        personal += paragraphs.isPersonal(labels.get(p).colon() + 1, paragraphs.last(p)) ? 1 : 0;
      }
    }
    return personal * share >= all;
  }

  /** How many labels in capitals are known to be persons'. */
  private int persons() {
    int persons = 0;
    for (var label : labels) {
      persons += label != null && label.form() == Form.CAPITALS && isPerson(label) ? 1 : 0;
    }
    return persons;
  }

  private boolean isPerson(SpeakerLabel label) {
    int head = label.name().head();
    if (tree.token(head).ner().equals("PERSON")) {
      return true;
    }
    for (int i = label.name().from(); i < label.colon(); i++) {
      if (reader.isSpeakerWord(i)) {
        return true;
      }
    }
    for (int i = 0; i < tree.size(); i++) {
      if (tree.token(i).ner().equals("PERSON") && tree.lower(i).equals(label.key())) {
        return true;
      }
    }
    return false;
  }

  private List<Finding> turns() {
    var turns = new ArrayList<Finding>();
    for (int p = 0; p < labels.size(); p++) {
      var label = labels.get(p);
      if (label != null && !isPlace(label)) {
        int end = lastParagraph(p);
        turns.add(
            new Finding(
                Quotation.Kind.DIRECT,
                label.colon() + 1,
                paragraphs.last(end),
                label.colon(),
                label.colon(),
                label.name(),
                Rule.TURN));
      }
    }
    return turns;
  }

  /** "ROME:", "Paris:", at the beginning of a report from there. */
  private boolean isPlace(SpeakerLabel label) {
    boolean place = true;
    for (int i = label.name().from(); i <= label.name().to(); i++) {
      place &= tree.token(i).ner().equals("LOCATION");
    }
    return place && !isPerson(label);
  }

  /** The index of the last paragraph of a turn. */
  private int lastParagraph(int turn) {
    int last = turn;
    boolean between = hasTurnAfter(turn);
    for (int p = turn + 1; p < labels.size() && labels.get(p) == null; p++) {
      if (paragraphs.isDirection(p)) {
        continue;
      }
      boolean spoken = paragraphs.isPersonal(paragraphs.first(p), paragraphs.last(p));
      boolean goesOn = spoken ? between || isWhole() : between && isWhole() && !namesSpeaker(p);
      if (!goesOn || !paragraphs.isStory(p) || paragraphs.announces(p)) {
        break;
      }
      last = p;
    }
    return last;
  }

  private boolean hasTurnAfter(int turn) {
    return labels.subList(turn + 1, labels.size()).stream().anyMatch(label -> label != null);
  }

  /** Whether the whole text is a transcript, but for a few words of introduction. */
  private boolean isWhole() {
    int first = 0;
    while (labels.get(first) == null) {
      first++;
    }
    return count() >= MANY_TURNS && count() * 3 >= labels.size() - first;
  }

  /** Whether a paragraph tells of one of the speakers by name. */
  private boolean namesSpeaker(int p) {
    for (int i = paragraphs.first(p); i <= paragraphs.last(p); i++) {
      for (var label : labels) {
        if (label != null && tree.lower(i).equals(label.key())) {
          return true;
        }
      }
    }
    return false;
  }
}
