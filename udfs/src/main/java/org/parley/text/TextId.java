package org.parley.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of a text: equal for equal characters in equal paragraphs and sections. */
public final class TextId {
  /** Bytes of a name: two different texts of a corpus do not share 128 bits by chance. */
  private static final int BYTES = 16;

  private TextId() {}

  /** The first 128 bits of the SHA-256 of the text and its paragraphs, as 32 hexadecimal digits. */
  public static String of(SectionedText text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(text.text().getBytes(UTF_8));
      var bounds = new StringBuilder("\0");
      for (var paragraph : text.paragraphs()) {
        bounds
            .append(paragraph.begin())
            .append(' ')
            .append(paragraph.end())
            .append(' ')
            .append(paragraph.section().label())
            .append('\n');
      }
      digest.update(bounds.toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
