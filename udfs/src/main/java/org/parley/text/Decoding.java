package org.parley.text;

import java.nio.charset.Charset;

/** What {@link TextDecoder} makes of bytes: a text, or the reason why they are none. */
public sealed interface Decoding {

  /**
   * Bytes that are text.
   *
   * @param text the characters, without a byte order mark
   * @param charset the encoding in which they were read
   */
  record Decoded(String text, Charset charset) implements Decoding {}

  /**
   * Bytes that are no text.
   *
   * @param reason {@code binary} or {@code undecodable}
   * @param detail what was seen and where, for a person to read
   */
  record Refused(String reason, String detail) implements Decoding {}
}
