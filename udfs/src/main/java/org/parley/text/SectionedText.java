package org.parley.text;

import java.util.List;

/**
 * A text with its paragraphs, in order and without overlap. Characters between paragraphs are white
 * space.
 *
 * @param text the text; all offsets of Parley refer to it, in UTF-16 units
 * @param paragraphs its paragraphs, each with its section
 */
public record SectionedText(String text, List<Paragraph> paragraphs) {
  public SectionedText {
    paragraphs = List.copyOf(paragraphs);
  }
}
