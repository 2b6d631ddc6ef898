package org.parley.entity;

import java.util.List;
import java.util.Set;

/**
 * Known forms that are only a part of a longer capitalised name: "Ohio" of "Ohio State", "Amazon"
 * of "Amazon Prime Video". The longer name is an unknown one of its own.
 */
final class LongerNames {
  private static final Set<String> DIRECTIONS =
      Set.of(
          "North",
          "Northern",
          "South",
          "Southern",
          "East",
          "Eastern",
          "West",
          "Western",
          "Central",
          "Upper",
          "Lower",
          "Greater",
          "Inner",
          "Outer",
          "Downtown",
          "Lake",
          "Mount",
          "Cape",
          "Fort",
          "Port");
  private static final Set<String> PARTISANS =
      Set.of(
          "Democrat",
          "Republican",
          "Democrats",
          "Republicans",
          "Senator",
          "Sen",
          "Sens.",
          "Reps.",
          "Conservative",
          "Tory",
          "Labour",
          "GOP",
          "Dem",
          "Jr.",
          "Inc.",
          "Inc",
          "Corp.",
          "Corp",
          "Ltd.",
          "Ltd",
          "Co.",
          "LLC",
          "Plc",
          "PLC",
          "AG",
          "SA");

  /** "African Americans", "Native Americans": not a nation, but a people within one. */
  private static final Set<String> PEOPLES =
      Set.of("African", "Asian", "Native", "Arab", "Latin", "Hispanic", "Muslim", "Jewish");

  private static final Set<String> QUOTES = Set.of("\"", "``", "''", "\u201c", "\u2018", "'");
  private static final double TITLE_CASE = 0.6;

  private final NameCues cues;
  private final Titles titles;

  LongerNames(NameCues cues, Titles titles) {
    this.cues = cues;
    this.titles = titles;
  }

  /**
   * Labels the longer names around known forms; the place in the name of an event is left without a
   * label.
   *
   * @return those of the forms that stand for themselves
   */
  List<NameIndex.Match> extend(Labels labels, List<NameIndex.Match> matches) {
    if (isTitleCase(labels)) {
      return matches;
    }
    return matches.stream().filter(match -> !isPart(labels, match)).toList();
  }

  private boolean isPart(Labels labels, NameIndex.Match match) {
    var type = NameFinder.typeOf(match.form().senses().get(0).entityId());
    if (match.form().sense(NameForm.Use.DEMONYM) != null) {
      return isPartOfDemonym(labels, match);
    }
    if (type == EntityType.PERSON) {
      return false;
    }
    if (isInside(labels.at(match.first()), match) || isInside(labels.at(match.last() - 1), match)) {
      return false;
    }
    if (type == EntityType.LOCATION && isCounty(labels, match.last())) {
      labels.clear(match.first(), match.last());
      return true;
    }
    int last = match.last();
    while (last < labels.size() && goesOn(labels, match, last)) {
      last++;
    }
    int first = match.first();
    boolean place = type == EntityType.LOCATION || type == EntityType.COUNTRY;
    if (place
        && first > 0
        && isDirection(labels.word(first - 1))
        && isAdjacent(labels, first - 1)) {
      first--;
    }
    if (last == match.last() && first == match.first()) {
      return false;
    }
    if (last > match.last() && cues.endsEvent(labels.word(last - 1))) {
      labels.clear(first, last);
      return true;
    }
    if (last > match.last() && isOpen(labels, last)) {
      labels.clear(first, last);
      return true;
    }
    labels.set(first, last, last == match.last() ? EntityType.LOCATION : typeOf(labels, last));
    return true;
  }

  /** "African American", "the Anglo-Irish", a product called "Silky Polish": no nationality. */
  private static boolean isPartOfDemonym(Labels labels, NameIndex.Match match) {
    int before = match.first() - 1;
    if (before > 0 && labels.word(before).equals("-") && !isAdjacent(labels, before)) {
      before--;
    }
    if (before < 1 || labels.at(before) != null) {
      return false;
    }
    if (PEOPLES.contains(labels.word(before))) {
      return true;
    }
    var pos = labels.pos(before);
    return Character.isUpperCase(labels.word(before).charAt(0))
        && (pos.equals("NNP") || pos.equals("JJ"))
        && !QUOTES.contains(labels.word(before - 1))
        && !labels.word(before).equals("The")
        && !labels.word(before).endsWith(".")
        && (match.last() == labels.size() || !labels.pos(match.last()).startsWith("NNP"));
  }

  /** "Fenland, Marsh and Upper Lea Counties": each a county, none a town. */
  private static boolean isCounty(Labels labels, int from) {
    boolean list = false;
    for (int i = from; i < labels.size(); i++) {
      var word = labels.word(i);
      if (word.equalsIgnoreCase("counties")) {
        return list;
      }
      boolean joint = word.equals(",") || word.equals("and");
      if (!joint && !labels.isCapital(i)) {
        return false;
      }
      list |= joint;
    }
    return false;
  }

  /** "Southern California"; also "H Texas". */
  private static boolean isDirection(String word) {
    boolean letter =
        word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !"IA".contains(word);
    return letter || DIRECTIONS.contains(word);
  }

  /** Whether a form is a part of a span that is longer. */
  private static boolean isInside(Labels.Span span, NameIndex.Match match) {
    return span != null && (span.first() < match.first() || span.last() > match.last());
  }

  /** "Jordan Food and Drug Administration": where such a name ends is not known. */
  private static boolean isOpen(Labels labels, int last) {
    return last + 1 < labels.size()
        && Set.of("and", "of", "&", "-").contains(labels.word(last))
        && Character.isUpperCase(labels.word(last + 1).charAt(0));
  }

  private EntityType typeOf(Labels labels, int last) {
    return cues.endsLocation(labels.word(last - 1)) ? EntityType.LOCATION : EntityType.ORGANIZATION;
  }

  private boolean goesOn(Labels labels, NameIndex.Match match, int next) {
    var word = labels.word(next);
    var span = labels.at(next);
    boolean own = span != null && span.first() >= match.last();
    return isAdjacent(labels, next - 1)
        && labels.pos(next).startsWith("NNP")
        && Character.isUpperCase(word.charAt(0))
        && word.length() > 1
        && !own
        && !PARTISANS.contains(word)
        && titles.kind(word) == null
        && !isTitle(labels, next)
        && !NameExtension.isTime(word);
  }

  private boolean isTitle(Labels labels, int at) {
    return at + 1 < labels.size()
        && titles.kind(labels.word(at) + " " + labels.word(at + 1)) != null;
  }

  /** Whether one space stands after a token. */
  private static boolean isAdjacent(Labels labels, int token) {
    var tokens = labels.sentence().tokens();
    return tokens.get(token + 1).begin() == tokens.get(token).end() + 1;
  }

  private static boolean isTitleCase(Labels labels) {
    int words = 0;
    int capitals = 0;
    for (int i = 0; i < labels.size(); i++) {
      char c = labels.word(i).charAt(0);
      words += Character.isLetter(c) ? 1 : 0;
      capitals += Character.isUpperCase(c) ? 1 : 0;
    }
    return capitals > words * TITLE_CASE;
  }
}
