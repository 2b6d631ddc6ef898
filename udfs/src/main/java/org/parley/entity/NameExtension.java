package org.parley.entity;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Joins what the tagger broke: "Ministry" + "of Trade and Industry", a run of capitals that ends in
 * "University" or "Airport". Takes out the names of events and the common nouns that it took for
 * names.
 */
final class NameExtension {
  private static final Set<String> OF = Set.of("of", "for", "on", "against");
  private static final Set<String> IN = Set.of("in", "near", "from", "at", "outside", "around");
  private static final Set<String> HONORIFICS =
      Set.of("Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Dr.", "Dr", "Shri", "Smt");
  private static final Set<String> TIMES =
      Set.of(
          "Monday",
          "Tuesday",
          "Wednesday",
          "Thursday",
          "Friday",
          "Saturday",
          "Sunday",
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final Set<String> CURRENCY = Set.of("$", "dollar", "dollars");
  private static final Set<String> POSSESSIVE = Set.of("'s", "\u2019s");

  private static final Set<String> NOT_FIRST = Set.of("His", "Her", "Your", "My", "Our", "Their");

  private static final Pattern BRAND =
      Pattern.compile("(?!Mc|Mac|De|Di|Du|La|Le|Van|Fitz)[A-Z][a-z]{2,}[A-Z][A-Za-z]+");

  private final NameCues cues;
  private final Titles titles;

  NameExtension(NameCues cues, Titles titles) {
    this.cues = cues;
    this.titles = titles;
  }

  /** Whether a word is a day's or a month's name. */
  static boolean isTime(String word) {
    return TIMES.contains(word);
  }

  void correct(Labels labels) {
    for (var span : labels.spans()) {
      if (isNoName(labels, span)) {
        labels.clear(span.first(), span.last());
      }
    }
    for (int i = 1; i < labels.size(); i++) {
      if (HONORIFICS.contains(labels.word(i - 1)) && labels.isCapital(i)) {
        person(labels, i);
      }
    }
    for (var span : labels.spans()) {
      if (span.type() == EntityType.PERSON && isOrganization(labels, span)) {
        labels.set(span.first(), span.last(), EntityType.ORGANIZATION);
      } else if (span.type() == EntityType.LOCATION) {
        place(labels, span);
      }
    }
    for (int i = 0; i < labels.size(); i++) {
      if (labels.at(i) == null && isBrand(labels, i)) {
        labels.set(i, i + 1, EntityType.ORGANIZATION);
      }
    }
    for (int i = 0; i < labels.size(); i++) {
      if (Character.isUpperCase(labels.word(i).charAt(0))) {
        i = Math.max(i, extend(labels, i) - 1);
      }
    }
    for (int i = 0; i < labels.size(); i++) {
      if (labels.isCapital(i) && (i == 0 || !labels.isCapital(i - 1))) {
        name(labels, i);
      }
    }
  }

  /** "SACCO", "the NORDWIND militia", "the investment bank Nordwind" tagged as a person. */
  private boolean isOrganization(Labels labels, Labels.Span span) {
    int first = span.first();
    int last = span.last();
    var after = last < labels.size() ? labels.word(last) : "";
    var before = first > 0 ? labels.word(first - 1) : "";
    boolean article = before.equalsIgnoreCase("the") || before.equalsIgnoreCase("a");
    boolean named = first > 1 && labels.pos(first - 1).equals("NN") && cues.isOrganization(before);
    return isAcronym(labels, span) || named || (article && cues.isOrganization(after));
  }

  /** Capitals alone, where the words around are in small letters. */
  private static boolean isAcronym(Labels labels, Labels.Span span) {
    var word = labels.word(span.first());
    boolean capitals =
        span.size() == 1 && word.length() > 2 && word.chars().allMatch(Character::isUpperCase);
    int first = Math.max(0, span.first() - 2);
    int last = Math.min(labels.size(), span.last() + 2);
    for (int i = first; capitals && i < last; i++) {
      var other = labels.word(i);
      capitals = i == span.first() || !other.matches("\\p{Lu}{3,}");
    }
    return capitals;
  }

  /** "Henan province", "sub-Saharan Africa". */
  private void place(Labels labels, Labels.Span span) {
    int first = span.first();
    int last = span.last();
    if (last < labels.size() && cues.isPartOfPlace(labels.word(last))) {
      last++;
    }
    if (first > 1
        && labels.word(first - 1).equals("-")
        && labels.word(first - 2).equalsIgnoreCase("sub")) {
      first -= 2;
    }
    if (labels.isFree(first, span.first()) && labels.isFree(span.last(), last)) {
      labels.set(first, last, EntityType.LOCATION);
    }
  }

  /** "NordWind": a capital inside a word makes a brand's name, but for "McAllister". */
  private static boolean isBrand(Labels labels, int at) {
    return BRAND.matcher(labels.word(at)).matches()
        && labels.pos(at).startsWith("N")
        && !(at > 0 && labels.isCapital(at - 1))
        && !(at + 1 < labels.size() && labels.isCapital(at + 1));
  }

  /** Whoever is called "Mr." is a person. */
  private static void person(Labels labels, int first) {
    var span = labels.at(first);
    if (span != null && span.type() == EntityType.PERSON) {
      return;
    }
    int last = span != null ? span.last() : first + 1;
    while (last < labels.size() && labels.isCapital(last) && labels.at(last) == null) {
      last++;
    }
    if (last - first <= 3) {
      labels.set(first, last, EntityType.PERSON);
    }
  }

  /** Types a run of capitals by the words beside it: "Mr. Odegbami", "the village of Tarn". */
  private void name(Labels labels, int first) {
    int last = first + 1;
    while (last < labels.size() && labels.isCapital(last)) {
      last++;
    }
    boolean untagged = labels.isFree(first, last);
    var span = labels.at(first);
    boolean whole = span != null && span.first() == first && span.last() == last;
    if (last - first > 3 || !(untagged || whole) || !labels.pos(last - 1).startsWith("NNP")) {
      return;
    }
    var before = first > 0 ? labels.word(first - 1) : "";
    var after = last < labels.size() ? labels.word(last) : "";
    if (cues.isLocality(after) && untagged && last - first < 3 && first > 0) {
      labels.set(first, last, EntityType.LOCATION);
    } else if (before.equals("of") && first > 1 && cues.isLocality(labels.word(first - 2))) {
      labels.set(first, last, EntityType.LOCATION);
    } else if (IN.contains(before)
        && untagged
        && after.equals(",")
        && last + 1 < labels.size()
        && labels.at(last + 1) != null
        && labels.at(last + 1).type() == EntityType.LOCATION) {
      labels.set(first, last, EntityType.LOCATION);
    }
  }

  private boolean isNoName(Labels labels, Labels.Span span) {
    var word = labels.text(span.first(), span.last());
    boolean money = span.last() < labels.size() && CURRENCY.contains(labels.word(span.last()));
    // "(D-Ohio)"
    boolean letter = word.length() == 1 && !word.equals("X");
    boolean time = span.type() != EntityType.PERSON && isTime(word);
    boolean title =
        span.type() == EntityType.PERSON
            && titles.kind(word) != null
            && !"profession".equals(titles.kind(word));
    return money
        || letter
        || time
        || title
        || cues.isNoName(word)
        || NOT_FIRST.contains(labels.word(span.first()));
  }

  /** Extends a name around a cue; returns where to go on. */
  private int extend(Labels labels, int cue) {
    var word = labels.word(cue);
    boolean goesOn = cue + 1 < labels.size() && labels.isCapital(cue + 1);
    int first = cue;
    while (first > 0 && joins(labels, first - 1, cue)) {
      first--;
    }
    while (first < cue && !Character.isUpperCase(labels.word(first).charAt(0))) {
      first++;
    }
    if (cues.endsEvent(word) && first < cue && !goesOn) {
      labels.clear(first, cue + 1);
      return cue + 1;
    }
    int last = cue + 1;
    if (cues.takesOf(word)) {
      last = afterOf(labels, cue);
    }
    boolean ofName = last > cue + 1;
    EntityType type = null;
    if (ofName || (cues.endsOrganization(word) && !goesOn)) {
      type = EntityType.ORGANIZATION;
    } else if (cues.endsLocation(word) && !goesOn) {
      type = EntityType.LOCATION;
    }
    if (type == null || last - first < 2) {
      return cue + 1;
    }
    var there = labels.at(cue);
    if (there != null && there.first() <= first && there.last() >= last) {
      return there.last();
    }
    if (there != null && there.size() > 1 && there.type() != EntityType.PERSON && !ofName) {
      type = there.type();
    }
    for (int i = first; i < last; i++) {
      var span = labels.at(i);
      if (span != null && (span.first() < first || span.last() > last)) {
        return cue + 1;
      }
    }
    labels.set(first, last, type);
    return last;
  }

  /** Whether a token belongs to the name whose tokens follow it. */
  private boolean joins(Labels labels, int token, int cue) {
    var word = labels.word(token);
    if (POSSESSIVE.contains(word)) {
      var owner = token > 0 ? labels.at(token - 1) : null;
      return token > 0
          && labels.isCapital(token - 1)
          && (owner == null ? token - 1 > 0 : owner.last() > token);
    }
    if (word.equals("&")) {
      return token > 0 && labels.isCapital(token - 1);
    }
    if (word.equals("and")) {
      // "Trade and Industry Committee", but not "Oslo and the Committee".
      boolean lists = cues.takesList(labels.word(cue)) || labels.word(cue).equals("Party");
      return lists
          && token > 1
          && token < cue - 1
          && labels.isCapital(token - 1)
          && (labels.at(token - 1) == null || labels.at(token - 1).last() > token);
    }
    if (!labels.isCapital(token) || labels.pos(token).equals("CD")) {
      return false;
    }
    // A sentence's first word may be capital for that alone.
    boolean named = labels.at(token) != null || token > 0 || labels.pos(token).startsWith("NNP");
    boolean title = titles.kind(word) != null && token < cue - 1;
    return named && !title;
  }

  /** Where "of Trade and Industry" after a cue ends; just after the cue if there is none. */
  private int afterOf(Labels labels, int cue) {
    int at = cue + 1;
    boolean list = cues.takesList(labels.word(cue));
    boolean goesOn =
        at < labels.size()
            && (labels.word(at).equals("of")
                || ((list || labels.word(cue).equals("Fund")) && OF.contains(labels.word(at))));
    if (!goesOn) {
      return at;
    }
    int name = at + 1;
    if (name < labels.size() && labels.word(name).equals("the")) {
      name++;
    }
    int end = capitals(labels, name);
    if (end == name || TIMES.contains(labels.word(name))) {
      return at;
    }
    while (end + 1 < labels.size()) {
      var word = labels.word(end);
      boolean more =
          (list && (word.equals("and") || word.equals(",")))
              || word.equals("of")
              || word.equals("&");
      int next = more ? capitals(labels, end + 1) : end + 1;
      if (!more || next == end + 1 || (word.equals(",") && !isListed(labels, next))) {
        break;
      }
      end = next;
    }
    return end;
  }

  /** Whether a list with commas comes to its "and". */
  private static boolean isListed(Labels labels, int from) {
    return from < labels.size() && labels.word(from).equals("and");
  }

  private static int capitals(Labels labels, int from) {
    int at = from;
    while (at < labels.size()
        && labels.isCapital(at)
        && (labels.at(at) == null || labels.at(at).type() != EntityType.PERSON)) {
      at++;
    }
    return at;
  }
}
