package org.parley.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Bytes to text. In this order: byte order mark, strict UTF-8, the encoding that the transport
 * names, the one that the document names, UTF-16 without a mark, UTF-8 with a few broken places,
 * windows-1252. An encoding is taken only if all bytes are legal in it.
 */
public final class TextDecoder {
  /** How far into a document the name of its encoding is looked for. The standard says 1024. */
  private static final int PRESCAN_BYTES = 4096;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})"
              + "|<\\?xml[^>]{0,100}?encoding\\s*=\\s*[\"']([\\w.:-]{2,40})");

  /** First bytes of formats that are not text. */
  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("%PDF-", "PDF"),
          new Signature("\u0089PNG", "PNG"),
          new Signature("\u00ff\u00d8\u00ff", "JPEG"),
          new Signature("GIF8", "GIF"),
          new Signature("PK\u0003\u0004", "zip"),
          new Signature("\u001f\u008b", "gzip"),
          new Signature("\u007fELF", "ELF"),
          new Signature("BZh", "bzip2"),
          new Signature("\u00fd7zXZ", "xz"),
          new Signature("(\u00b5/\u00fd", "zstd"),
          new Signature("7z\u00bc\u00af", "7z"),
          new Signature("\u00d0\u00cf\u0011\u00e0", "Microsoft compound file"),
          new Signature("PAR1", "Parquet"),
          new Signature("RIFF", "RIFF"),
          new Signature("OggS", "Ogg"),
          new Signature("wOF", "font"));

  private record Signature(String bytes, String name) {}

  private TextDecoder() {}

  /**
   * Reads bytes as text.
   *
   * @param bytes a whole document
   * @param transportCharset the encoding that came with it, e.g. by HTTP, or null
   */
  public static Decoding decode(byte[] bytes, String transportCharset) {
    var marked = byteOrderMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    for (var signature : SIGNATURES) {
      if (startsWith(bytes, signature.bytes())) {
        return new Decoding.Refused("binary", "begins like " + signature.name());
      }
    }
    var declared = declared(bytes);
    // Escape sequences are legal UTF-8 but mean ISO-2022, which always comes with its name.
    boolean escapes = indexOf(bytes, (byte) 0x1b) >= 0;
    var utf8 = escapes && declared.isPresent() ? Optional.<String>empty() : strict(bytes, UTF_8);
    if (utf8.isPresent()) {
      return checked(utf8.get(), UTF_8);
    }
    for (var charset : List.of(charset(transportCharset), declared)) {
      if (charset.isPresent() && !charset.get().equals(UTF_8)) {
        var text = strict(bytes, charset.get());
        if (text.isPresent()) {
          return checked(text.get(), charset.get());
        }
      }
    }
    return guess(bytes);
  }

  private static Decoding guess(byte[] bytes) {
    var utf16 = utf16WithoutMark(bytes);
    if (utf16.isPresent()) {
      var text = strict(bytes, utf16.get());
      if (text.isPresent()) {
        return checked(text.get(), utf16.get());
      }
    }
    int nul = indexOf(bytes, (byte) 0);
    if (nul >= 0) {
      return new Decoding.Refused("binary", "a zero byte at offset " + nul);
    }
    // Cut in the middle of a character, or a few bytes of another encoding on a UTF-8 page.
    var lenient = UTF_8.decode(ByteBuffer.wrap(bytes)).toString();
    long broken = lenient.chars().filter(c -> c == '\ufffd').count();
    long beyondAscii = lenient.chars().filter(c -> c > 0x7f).count() - broken;
    if ((broken == 1 && lenient.endsWith("\ufffd")) || beyondAscii >= 8 * broken) {
      return checked(lenient, UTF_8);
    }
    var windows = strict(bytes, WINDOWS_1252);
    if (windows.isPresent() && mostlyLetters(windows.get())) {
      return checked(windows.get(), WINDOWS_1252);
    }
    return new Decoding.Refused(
        "undecodable", "neither UTF-8 nor windows-1252, and no other encoding is named");
  }

  /** Control characters beyond those of text files mean that it is none. */
  private static Decoding checked(String text, Charset charset) {
    long controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b) {
        controls++;
      }
    }
    if (controls * 20 > text.length()) {
      return new Decoding.Refused(
          "binary", controls + " control characters in " + text.length() + " characters");
    }
    return new Decoding.Decoded(text, charset);
  }

  /** Text in a Western encoding has few characters beyond ASCII, and those are mostly letters. */
  private static boolean mostlyLetters(String text) {
    long high = 0;
    long letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        high++;
        if (Character.isLetter(c) || "‘’“”–—…•€£©®°·«»¡¿´\u00a0".indexOf(c) >= 0) {
          letters++;
        }
      }
    }
    return high * 4 <= text.length() && letters * 10 >= high * 8;
  }

  private static Optional<Decoding> byteOrderMark(byte[] bytes) {
    if (startsWith(bytes, "\u00ef\u00bb\u00bf")) {
      byte[] rest = Arrays.copyOfRange(bytes, 3, bytes.length);
      return Optional.of(checked(UTF_8.decode(ByteBuffer.wrap(rest)).toString(), UTF_8));
    }
    Charset charset;
    int length;
    if (startsWith(bytes, "\u00ff\u00fe\0\0")) {
      charset = Charset.forName("UTF-32LE");
      length = 4;
    } else if (startsWith(bytes, "\0\0\u00fe\u00ff")) {
      charset = Charset.forName("UTF-32BE");
      length = 4;
    } else if (startsWith(bytes, "\u00ff\u00fe")) {
      charset = UTF_16LE;
      length = 2;
    } else if (startsWith(bytes, "\u00fe\u00ff")) {
      charset = UTF_16BE;
      length = 2;
    } else {
      return Optional.empty();
    }
    byte[] rest = Arrays.copyOfRange(bytes, length, bytes.length);
    return Optional.of(
        strict(rest, charset)
            .map(text -> checked(text, charset))
            .orElseGet(
                () ->
                    new Decoding.Refused(
                        "undecodable", "marked as " + charset + " but not legal in it")));
  }

  private static Optional<Charset> utf16WithoutMark(byte[] bytes) {
    int sample = Math.min(bytes.length, PRESCAN_BYTES) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < sample; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (odd * 5 > sample && even * 50 < sample) {
      return Optional.of(UTF_16LE);
    }
    if (even * 5 > sample && odd * 50 < sample) {
      return Optional.of(UTF_16BE);
    }
    return Optional.empty();
  }

  private static Optional<Charset> declared(byte[] bytes) {
    var head = new String(bytes, 0, Math.min(bytes.length, PRESCAN_BYTES), ISO_8859_1);
    var matcher = DECLARED.matcher(head);
    return matcher.find()
        ? charset(matcher.group(1) != null ? matcher.group(1) : matcher.group(2))
        : Optional.empty();
  }

  /** The encoding that browsers use for a name: many names stand for a larger one. */
  private static Optional<Charset> charset(String name) {
    if (name == null) {
      return Optional.empty();
    }
    String key = name.strip().toLowerCase(Locale.ROOT);
    String used =
        switch (key) {
          case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso-8859-15" ->
              key.endsWith("15") ? key : "windows-1252";
          case "gb2312", "gbk", "gb_2312-80" -> "GB18030";
          case "shift_jis", "shift-jis", "sjis", "x-sjis" -> "windows-31j";
          case "euc-kr", "ks_c_5601-1987" -> "x-windows-949";
          case "iso-8859-9" -> "windows-1254";
          case "tis-620" -> "x-windows-874";
          // A page that could be read to find this name is not in UTF-16.
          case "utf-16", "utf-16le", "utf-16be" -> "UTF-8";
          default -> key;
        };
    try {
      var charset = Charset.forName(used);
      return charset.canEncode() ? Optional.of(charset) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      CharBuffer chars =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return Optional.of(chars.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean startsWith(byte[] bytes, String prefix) {
    if (bytes.length < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if ((bytes[i] & 0xff) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int indexOf(byte[] bytes, byte value) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == value) {
        return i;
      }
    }
    return -1;
  }
}
