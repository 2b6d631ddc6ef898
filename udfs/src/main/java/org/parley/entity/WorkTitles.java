package org.parley.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.parley.nlp.AnnotatedText;
import org.parley.nlp.QuoteSpan;

/**
 * Titles of works in quotation marks, all words of which begin with capitals: "Oslo's Best
 * Bakeries". A name that is only a part of one names nobody there.
 */
final class WorkTitles {
  private static final int MAX_CHARACTERS = 70;
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "with", "by", "from",
          "vs", "is", "as", "de", "la");

  private final List<QuoteSpan> titles = new ArrayList<>();

  WorkTitles(AnnotatedText text) {
    for (var span : text.quoteSpans()) {
      if (span.end() - span.begin() <= MAX_CHARACTERS
          && isTitle(text.text(span.begin(), span.end()))) {
        titles.add(span);
      }
    }
  }

  private static boolean isTitle(String quoted) {
    var words = quoted.replaceAll("[^\\p{L}\\p{N}'\u2019 -]", "").strip().split("\\s+", -1);
    int capitals = 0;
    for (var word : words) {
      var letters = word.replaceFirst("^['\u2019-]+", "");
      if (letters.isEmpty() || SMALL.contains(letters)) {
        continue;
      }
      if (!Character.isUpperCase(letters.charAt(0)) && !Character.isDigit(letters.charAt(0))) {
        return false;
      }
      capitals++;
    }
    return capitals > 1;
  }

  /** Whether a known form is a part of a title, not all of it. */
  boolean holds(Labels labels, NameIndex.Match match) {
    var tokens = labels.sentence().tokens();
    return isPart(tokens.get(match.first()).begin(), tokens.get(match.last() - 1).end());
  }

  /** Takes the labels from parts of titles. */
  void clear(Labels labels) {
    if (titles.isEmpty()) {
      return;
    }
    var tokens = labels.sentence().tokens();
    for (var span : labels.spans()) {
      if (isPart(tokens.get(span.first()).begin(), tokens.get(span.last() - 1).end())) {
        labels.clear(span.first(), span.last());
      }
    }
  }

  private boolean isPart(int begin, int end) {
    // A mark and perhaps a comma stand on either side of a name that is all of it.
    return titles.stream()
        .anyMatch(
            title ->
                title.begin() <= begin
                    && end <= title.end()
                    && title.end() - title.begin() > end - begin + 4);
  }
}
