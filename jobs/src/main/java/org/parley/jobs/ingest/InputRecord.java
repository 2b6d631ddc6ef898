package org.parley.jobs.ingest;

import java.io.Serializable;
import java.util.List;

/** What a reader finds in a file: an article as its publisher or crawler wrote it, or a reject. */
sealed interface InputRecord extends Serializable {
  /** The file. */
  String inputUri();

  /** The place in the file, from 0. */
  long index();

  /**
   * An article before cleaning. Everything but the text may be missing (null, or an empty list).
   *
   * @param date the publication date as it stands in the record
   * @param language what the record says of its language
   * @param body the text, or the page's markup
   * @param isPage whether the body is markup
   */
  record RawArticle(
      String inputUri,
      long index,
      String title,
      List<String> authors,
      String url,
      String source,
      String date,
      String language,
      String body,
      boolean isPage)
      implements InputRecord {
    public RawArticle {
      authors = List.copyOf(authors);
    }
  }

  /**
   * A record that is not an article.
   *
   * @param detail what a person needs beyond the reason; shortened where it is long
   */
  record Reject(String inputUri, long index, Reason reason, String detail) implements InputRecord {
    private static final int MAX_DETAIL = 300;

    public Reject {
      detail = detail == null ? "" : detail.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ").strip();
      if (detail.length() > MAX_DETAIL) {
        detail = detail.substring(0, MAX_DETAIL - 3) + "...";
      }
    }
  }
}
