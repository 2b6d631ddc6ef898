package org.parley.text;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The article of a web page. What the page does not state is null, and the lists are empty.
 *
 * @param title the headline
 * @param text the story, paragraphs separated by an empty line; empty where none was found
 * @param published when it was published, in the zone that the page states
 * @param authors who wrote it, in the page's order
 * @param site the name of the outlet
 * @param language the language that the page states, e.g. {@code en-US}
 * @param url the canonical address
 */
public record HtmlArticle(
    String title,
    String text,
    OffsetDateTime published,
    List<String> authors,
    String site,
    String language,
    String url) {
  public HtmlArticle {
    authors = List.copyOf(authors);
  }
}
