package org.parley.stance;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.parley.seed.Seeds;

/**
 * Rows of evidence that a person has struck out: {@code overrides/strike.csv} (article_id,
 * sentence_index, holder_id, target_id). They stay in the table, marked, and count nowhere.
 * Immutable.
 */
public final class Strikes implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Strike> strikes;

  /**
   * One row of the file.
   *
   * @param record its number in the file, from 1
   * @param holder entity id, or empty for any
   * @param target entity, issue or open target, or empty for any
   */
  public record Strike(long record, String article, int sentence, String holder, String target)
      implements Serializable {
    /** Whether the strike is of such a row of evidence. */
    public boolean covers(String inArticle, int inSentence, String byHolder, String onTarget) {
      return article.equals(inArticle)
          && sentence == inSentence
          && (holder.isEmpty() || holder.equals(byHolder))
          && (target.isEmpty() || target.equals(onTarget));
    }
  }

  private Strikes(List<Strike> strikes) {
    this.strikes = List.copyOf(strikes);
  }

  /**
   * The strikes of seeds that have any.
   *
   * @throws IllegalArgumentException if a row is not well formed; the message names file, record
   *     and what to write
   */
  public static Strikes of(Seeds seeds) {
    var strikes = new ArrayList<Strike>();
    if (seeds.has(Seeds.STRIKE)) {
      for (CSVRecord row : seeds.csv(Seeds.STRIKE)) {
        strikes.add(strike(row));
      }
    }
    return new Strikes(strikes);
  }

  private static Strike strike(CSVRecord row) {
    String article = cell(row, "article_id");
    if (article.isEmpty()) {
      throw bad(row, "article_id is empty: parley explain shows it with each piece of evidence");
    }
    String sentence = cell(row, "sentence_index");
    if (!sentence.matches("\\d{1,9}")) {
      throw bad(
          row,
          "sentence_index '%s' should be a number from 0, as parley explain shows it"
              .formatted(sentence));
    }
    String holder = cell(row, "holder_id");
    String target = cell(row, "target_id");
    for (String id : List.of(holder, target)) {
      if (!id.isEmpty() && id.indexOf(':') < 0) {
        throw bad(
            row, "'%s' is no id: expected one such as gpe:russia or issue:tariffs".formatted(id));
      }
    }
    return new Strike(row.getRecordNumber(), article, Integer.parseInt(sentence), holder, target);
  }

  private static String cell(CSVRecord row, String column) {
    if (!row.isMapped(column)) {
      throw new IllegalArgumentException(
          Seeds.STRIKE
              + " lacks the column "
              + column
              + ": expected article_id, sentence_index, holder_id, target_id");
    }
    return row.get(column);
  }

  private static IllegalArgumentException bad(CSVRecord row, String what) {
    return new IllegalArgumentException(
        Seeds.STRIKE + ", record " + row.getRecordNumber() + ": " + what);
  }

  /** All of them, in the order of the file. */
  public List<Strike> all() {
    return strikes;
  }

  /** Whether a row of evidence is struck out. */
  public boolean cover(String article, int sentence, String holder, String target) {
    return strikes.stream().anyMatch(strike -> strike.covers(article, sentence, holder, target));
  }
}
