package org.parley.jobs.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Broken variants of sound input: a few edits of bytes, among them pieces that parsers trip over.
 */
public final class Mutations {
  private static final int MOST_EDITS = 8;
  private static final long PATIENCE_SECONDS = 30;

  private static final List<byte[]> PIECES =
      List.of(
          bytes("\u0000"),
          bytes("\""),
          bytes("'"),
          bytes(","),
          bytes("\r\n\r\n"),
          bytes("\n"),
          bytes("{"),
          bytes("["),
          bytes("]}"),
          bytes("\\"),
          bytes("\\ud800"),
          bytes("<"),
          bytes("<!--"),
          bytes("<![CDATA["),
          bytes("</p><p>"),
          bytes("<div>".repeat(300)),
          bytes("<table><tr><td>"),
          bytes("<script>"),
          bytes("&#x110000;"),
          bytes("&amp"),
          bytes("99999999999999999999"),
          bytes("-1"),
          bytes("Content-Length: -5\r\n"),
          bytes("\ufeff"),
          bytes("\u202e\u200b"),
          bytes("İıẞ"),
          bytes("(((((a+)+)+)+)+)"),
          bytes(" ".repeat(3000)),
          bytes("a".repeat(3000)),
          bytes("“«„‹".repeat(50)),
          bytes("0000-00-00T99:99:99+99:99"),
          bytes("!!java.net.URL [\"http://127.0.0.1:9\"]"),
          bytes("&a [*a, *a]"),
          new byte[] {(byte) 0xff, (byte) 0xfe},
          new byte[] {(byte) 0xc0, (byte) 0x80},
          new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
          new byte[] {0x1f, (byte) 0x8b});

  private Mutations() {}

  private record Edit(double at, double length, int kind, int piece) {}

  /** Variants of one of the samples. */
  public static Arbitrary<byte[]> of(List<byte[]> samples) {
    Arbitrary<Edit> edit =
        Combinators.combine(
                Arbitraries.doubles().between(0, 1),
                Arbitraries.doubles().between(0, 1),
                Arbitraries.integers().between(0, 4),
                Arbitraries.integers().between(0, PIECES.size() - 1))
            .as(Edit::new);
    return Combinators.combine(Arbitraries.of(samples), edit.list().ofMaxSize(MOST_EDITS))
        .as(Mutations::apply);
  }

  /** Variants of one of the samples, as text. */
  public static Arbitrary<String> ofText(List<String> samples) {
    return of(samples.stream().map(Mutations::bytes).toList())
        .map(bytes -> new String(bytes, UTF_8));
  }

  private static byte[] apply(byte[] sample, List<Edit> edits) {
    byte[] bytes = sample;
    for (Edit edit : edits) {
      int from = (int) (edit.at() * bytes.length);
      // Most stretches are short.
      int to = from + (int) (Math.pow(edit.length(), 6) * (bytes.length - from));
      var out = new ByteArrayOutputStream();
      out.write(bytes, 0, from);
      switch (edit.kind()) {
        case 0 -> out.write(bytes, to, bytes.length - to);
        case 1 -> {
          out.writeBytes(PIECES.get(edit.piece()));
          out.write(bytes, from, bytes.length - from);
        }
        case 2 -> {
          out.writeBytes(PIECES.get(edit.piece()));
          out.write(bytes, to, bytes.length - to);
        }
        case 3 -> {
          out.write(bytes, from, to - from);
          out.write(bytes, from, bytes.length - from);
        }
        default -> {
          if (from < bytes.length) {
            out.write(bytes[from] ^ (1 << (edit.piece() % 8)));
            out.write(bytes, from + 1, bytes.length - from - 1);
          }
        }
      }
      bytes = out.toByteArray();
    }
    return bytes;
  }

  /** The files below a folder of the repository whose name ends so. */
  public static List<byte[]> samples(String folder, String ending) {
    try (var files = Files.walk(Path.of("..").resolve(folder))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(ending))
          .sorted()
          .map(Mutations::content)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The result of work that must not run for ever. */
  public static <T> T bounded(Supplier<T> work) {
    var running = ForkJoinPool.commonPool().submit(work::get);
    try {
      return running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("no end after " + PATIENCE_SECONDS + " seconds", e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
