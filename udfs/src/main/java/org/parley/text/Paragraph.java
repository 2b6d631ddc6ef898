package org.parley.text;

/**
 * A paragraph of a text: no sentence crosses its bounds.
 *
 * @param begin offset of its first character, in UTF-16 units
 * @param end offset after its last character
 * @param section the part that it plays in the page
 */
public record Paragraph(int begin, int end, Section section) {
  public Paragraph {
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("paragraph from " + begin + " to " + end);
    }
  }
}
