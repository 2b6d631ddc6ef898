package org.parley.scorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the scorer is asked: how a sentence speaks of a target, or how a holder stands to it. Both
 * are masked before the encoder sees the sentence, so that nothing can be learned of a name.
 *
 * @param sentence the sentence
 * @param target the places of the target, none where the sentence does not name it
 * @param holder the places of the holder, none where there is no holder or he is not named
 */
public record StanceInput(String sentence, List<Place> target, List<Place> holder) {
  public StanceInput {
    target = List.copyOf(target);
    holder = List.copyOf(holder);
  }

  /**
   * A place in a sentence.
   *
   * @param begin offset in the sentence
   * @param end offset after it
   */
  public record Place(int begin, int end) {}

  /** Who stands at a place, or the words between. */
  enum Role {
    WORDS,
    TARGET,
    HOLDER
  }

  /** A stretch of the sentence. */
  record Segment(Role role, String words) {}

  /**
   * The sentence, cut at the places of target and holder. Of places that overlap the first holds.
   */
  List<Segment> segments() {
    var marks = new ArrayList<Object[]>();
    target.forEach(place -> marks.add(new Object[] {place, Role.TARGET}));
    holder.forEach(place -> marks.add(new Object[] {place, Role.HOLDER}));
    marks.sort(Comparator.comparingInt(mark -> ((Place) mark[0]).begin()));
    var segments = new ArrayList<Segment>();
    int at = 0;
    for (Object[] mark : marks) {
      var place = (Place) mark[0];
      if (place.begin() >= at) {
        segments.add(new Segment(Role.WORDS, sentence.substring(at, place.begin())));
        segments.add(new Segment((Role) mark[1], sentence.substring(place.begin(), place.end())));
        at = place.end();
      }
    }
    segments.add(new Segment(Role.WORDS, sentence.substring(at)));
    return segments;
  }

  /** A target alone, at a place and wherever else the same words stand. */
  public static StanceInput of(String sentence, Place target) {
    return new StanceInput(sentence, same(sentence, target), List.of());
  }

  /** A target and a holder, each at a place and wherever else the same words stand. */
  public static StanceInput of(String sentence, Place target, Place holder) {
    return new StanceInput(sentence, same(sentence, target), same(sentence, holder));
  }

  private static List<Place> same(String sentence, Place place) {
    String words = sentence.substring(place.begin(), place.end());
    var found = new ArrayList<Place>();
    for (int at = sentence.indexOf(words); at >= 0; at = sentence.indexOf(words, at + 1)) {
      int end = at + words.length();
      boolean whole =
          (at == 0 || !Character.isLetterOrDigit(sentence.charAt(at - 1)))
              && (end == sentence.length() || !Character.isLetterOrDigit(sentence.charAt(end)));
      if (whole || at == place.begin()) {
        found.add(new Place(at, end));
      }
    }
    return found;
  }
}
