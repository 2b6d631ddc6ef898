package org.parley.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class TextDecoderTest {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final String SENTENCE =
      "The café’s owner – a Dane – paid €20 for the “naïve” painting.";

  private static String text(byte[] bytes, String transport) {
    return ((Decoding.Decoded) TextDecoder.decode(bytes, transport)).text();
  }

  private static Decoding.Refused refusal(byte[] bytes) {
    return (Decoding.Refused) TextDecoder.decode(bytes, null);
  }

  @Test
  void readsUtf8WhateverTheTransportSays() {
    assertThat(text(SENTENCE.getBytes(UTF_8), "iso-8859-1")).isEqualTo(SENTENCE);
  }

  @Test
  void leavesTheByteOrderMarkOut() {
    assertThat(text(("\ufeff" + SENTENCE).getBytes(UTF_8), null)).isEqualTo(SENTENCE);
    assertThat(text(("\ufeff" + SENTENCE).getBytes(UTF_16LE), null)).isEqualTo(SENTENCE);
    assertThat(text(("\ufeff" + SENTENCE).getBytes(UTF_16BE), null)).isEqualTo(SENTENCE);
  }

  @Test
  void readsUtf16WithoutAMark() {
    assertThat(text(SENTENCE.getBytes(UTF_16LE), null)).isEqualTo(SENTENCE);
  }

  @Test
  void takesLatin1ForWindows1252AsBrowsersDo() {
    assertThat(text(SENTENCE.getBytes(WINDOWS_1252), "ISO-8859-1")).isEqualTo(SENTENCE);
  }

  @Test
  void believesTheDocumentWhereTheTransportIsSilent() {
    String page = "<html><head><meta charset=\"windows-1251\"></head><body>Переговоры</body>";
    assertThat(text(page.getBytes(Charset.forName("windows-1251")), null)).isEqualTo(page);
  }

  @Test
  void guessesWindows1252ForWesternTextWithoutAName() {
    assertThat(text(SENTENCE.getBytes(WINDOWS_1252), null)).isEqualTo(SENTENCE);
  }

  @Test
  void keepsUtf8ThatIsCutInsideACharacter() {
    byte[] bytes = "The talks ended in a café".getBytes(UTF_8);
    assertThat(text(java.util.Arrays.copyOf(bytes, bytes.length - 1), null))
        .isEqualTo("The talks ended in a caf\ufffd");
  }

  @Test
  void ignoresAnUnknownName() {
    assertThat(text("plain".getBytes(UTF_8), "no-such-charset")).isEqualTo("plain");
  }

  @Test
  void refusesAPicture() {
    assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))
        .isEqualTo(new Decoding.Refused("binary", "begins like PNG"));
  }

  @Test
  void refusesBytesWithZeros() {
    byte[] bytes = new byte[4000];
    bytes[1] = (byte) 0xc3;
    bytes[2] = (byte) 0x28;
    assertThat(refusal(bytes).reason()).isEqualTo("binary");
  }

  @Test
  void refusesWhatIsTextInNoEncoding() {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 3000; i++) {
      bytes.write(0x80 + (i * 37) % 0x80);
    }
    assertThat(refusal(bytes.toByteArray()).reason()).isEqualTo("undecodable");
  }

  @Test
  void readsNothingAsAnEmptyText() {
    assertThat(text(new byte[0], null)).isEmpty();
  }
}
