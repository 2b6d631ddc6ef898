package org.parley.jobs.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.jobs.ingest.InputFolder.gzip;
import static org.parley.jobs.ingest.InputFolder.outcomes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.jobs.ingest.InputRecord.RawArticle;
import org.parley.jobs.ingest.InputRecord.Reject;

/** Each format, and each way in which a file can be broken. */
final class FileRecordsTest {
  @TempDir private Path folder;

  private Fields fields = Fields.with(Map.of());

  @Test
  void plainTextHasItsTitleInTheFirstLine() throws IOException {
    var article = article(write("a.txt", "Ferry returns\n\nThe ferry came back on Monday.\n"));

    assertThat(article.title()).isEqualTo("Ferry returns");
    assertThat(article.body()).isEqualTo("Ferry returns\n\nThe ferry came back on Monday.\n");
  }

  @Test
  void plainTextOfOneLineHasNoTitle() throws IOException {
    assertThat(article(write("a.txt", "The ferry came back.")).title()).isNull();
  }

  @Test
  void htmlIsOnePage() throws IOException {
    var article = article(write("a.html", "<html><body><p>Hello</p></body></html>"));

    assertThat(article.isPage()).isTrue();
  }

  @Test
  void jsonLinesUseTheNamesOfCrawlers() throws IOException {
    var article =
        article(
            write(
                "a.jsonl",
                """
                {"maintext": "Body.", "headline": "Title", "source_domain": "example.org", \
                "date_publish": "2025-08-18 10:00:00", "authors": ["Ann Lee", "Bo Roy"], \
                "language": "en", "url": "https://example.org/a"}
                """));

    assertThat(article)
        .isEqualTo(
            new RawArticle(
                article.inputUri(),
                0,
                "Title",
                List.of("Ann Lee", "Bo Roy"),
                "https://example.org/a",
                "example.org",
                "2025-08-18 10:00:00",
                "en",
                "Body.",
                false));
  }

  @Test
  void malformedLineCostsOneRecord() throws IOException {
    var records = read(write("a.jsonl", "{\"text\": \"A\"}\n{\"text\": \n\n{\"text\": \"C\"}"));

    assertThat(outcomes(records)).containsExactly("0 A", "1 malformed_json", "2 C");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"text\": \"A\"}, {\"text\": \"B}{\\\"\"}]",
        "{\"text\":\n \"A\"}\n{\n\"text\": \"B}{\\\"\"}",
        "{\"text\": \"A\"}\n{\"text\": \"B}{\\\"\"}\n"
      })
  void jsonMayBeAnArrayOrASequence(String json) throws IOException {
    assertThat(outcomes(read(write("a.json", json)))).containsExactly("0 A", "1 B}{\"");
  }

  @Test
  void aJsonValueThatIsNoObjectIsMalformed() throws IOException {
    var records = read(write("a.jsonl", "null\n[1]\n\"x\"\n5\n"));

    assertThat(outcomes(records))
        .containsExactly(
            "0 malformed_json", "1 malformed_json", "2 malformed_json", "3 malformed_json");
  }

  @Test
  void deepJsonIsMalformed() throws IOException {
    String deep = "{\"text\": " + "[".repeat(500) + "]".repeat(500) + "}";

    assertThat(outcomes(read(write("a.jsonl", deep)))).containsExactly("0 malformed_json");
  }

  @Test
  void jsonThatIsNotUtf8IsUndecodable() throws IOException {
    byte[] bytes = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xe9, '"', '}', '\n'};

    assertThat(outcomes(read(write("a.jsonl", bytes)))).containsExactly("0 undecodable");
  }

  @Test
  void halfACharacterIsReplaced() throws IOException {
    assertThat(outcomes(read(write("a.jsonl", "{\"text\": \"a \\ud83d b\"}"))))
        .containsExactly("0 a \ufffd b");
  }

  @Test
  void overLongRecordIsSkippedWithoutItsNeighbours() throws IOException {
    String lines =
        "{\"text\": \"A\"}\n{\"text\": \"" + "x".repeat(5000) + "\"}\n{\"text\": \"C\"}\n";

    assertThat(outcomes(read(write("a.jsonl", lines))))
        .containsExactly("0 A", "1 over_long", "2 C");
  }

  @Test
  void recordWithoutTextNamesItsFields() throws IOException {
    var records = read(write("a.jsonl", "{\"story\": \"A\", \"id\": 1}"));

    assertThat(((Reject) records.get(0)).detail())
        .isEqualTo("no text column; columns are story, id; name it with --column text=COLUMN");
  }

  @Test
  void namedColumnIsUsed() throws IOException {
    fields = Fields.with(Map.of("text", "story"));

    assertThat(outcomes(read(write("a.jsonl", "{\"story\": \"A\", \"text\": \"B\"}"))))
        .containsExactly("0 A");
  }

  @Test
  void emptyTextIsRejected() throws IOException {
    assertThat(outcomes(read(write("a.jsonl", "{\"text\": \" \"}"))))
        .containsExactly("0 empty_text");
  }

  @Test
  void csvCellsHoldLineFeedsAndQuotes() throws IOException {
    var records = read(write("a.csv", "id;Title;Text\n1;T;\"A \"\"b\"\"\nc\"\n2;U;5\" of snow\n"));

    assertThat(outcomes(records)).containsExactly("0 A \"b\"\nc", "1 5\" of snow");
  }

  @Test
  void csvRecordWithAnotherNumberOfCellsIsMalformed() throws IOException {
    var records = read(write("a.csv", "title,text\nT,A\nT,B,C\nT,D\n"));

    assertThat(outcomes(records)).containsExactly("0 A", "1 malformed_csv", "2 D");
    assertThat(((Reject) records.get(1)).detail()).isEqualTo("3 cells where the header has 2");
  }

  @Test
  void csvCellThatEndsNowhereIsMalformed() throws IOException {
    var records = read(write("a.csv", "title,text\nT,A\nT,\"B\nT,C\n"));

    assertThat(outcomes(records)).containsExactly("0 A", "1 malformed_csv");
  }

  @Test
  void csvWithoutTextColumnIsOneReject() throws IOException {
    assertThat(outcomes(read(write("a.csv", "id,story\n1,A\n2,B\n"))))
        .containsExactly("0 missing_column");
  }

  @Test
  void tsvIsSeparatedByTabs() throws IOException {
    assertThat(outcomes(read(write("a.tsv", "title\ttext\nT, U\tA, B\n"))))
        .containsExactly("0 A, B");
  }

  @Test
  void byteOrderMarkIsNoPartOfAColumn() throws IOException {
    assertThat(outcomes(read(write("a.csv", "\ufefftext,title\nA,T\n")))).containsExactly("0 A");
  }

  @Test
  void gzipIsSeenByItsFirstBytes() throws IOException {
    byte[] members = concat(gzip("{\"text\": \"A\"}\n"), gzip("{\"text\": \"B\"}\n"));

    assertThat(outcomes(read(write("a.jsonl", members)))).containsExactly("0 A", "1 B");
  }

  @Test
  void truncatedGzipKeepsWhatCameBefore() throws IOException {
    var lines = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      lines.append("{\"text\": \"line ").append(i * 7919L % 104729).append("\"}\n");
    }
    byte[] bytes = gzip(lines.toString());
    var records = read(write("a.jsonl.gz", Arrays.copyOf(bytes, bytes.length / 2)));

    assertThat(records.size()).isBetween(100, 1999);
    assertThat(records.subList(0, records.size() - 2)).allMatch(RawArticle.class::isInstance);
    assertThat(outcomes(records).get(records.size() - 1)).endsWith("malformed_gzip");
  }

  @Test
  void gzipBombEndsAtTheLimit() throws IOException {
    var records = read(write("a.jsonl.gz", gzip("{\"text\": \"A\"}\n".repeat(200_000))));

    assertThat(outcomes(records).get(records.size() - 1)).endsWith("file_too_large");
  }

  @Test
  void emptyFileIsARecord() throws IOException {
    assertThat(outcomes(read(write("a.jsonl", "")))).containsExactly("0 empty_file");
  }

  @Test
  void binaryFileIsRejected() throws IOException {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3, 0, 0, 0, 13};

    assertThat(outcomes(read(write("a", png)))).containsExactly("0 binary");
    assertThat(outcomes(read(write("a.txt", png)))).containsExactly("0 binary");
  }

  @Test
  void formatIsSeenWhereTheNameSaysNothing() throws IOException {
    assertThat(outcomes(read(write("part-00000", "{\"text\": \"A\"}\n")))).containsExactly("0 A");
    assertThat(outcomes(read(write("page", "<!DOCTYPE html><p>B</p>"))))
        .containsExactly("0 <!DOCTYPE html><p>B</p>");
  }

  @Test
  void missingFileIsUnreadable() throws IOException {
    assertThat(outcomes(read(new InputFile(folder.resolve("none.txt").toUri().toString(), 1))))
        .containsExactly("0 unreadable");
  }

  @Test
  void damagedParquetIsOneReject() throws IOException {
    assertThat(outcomes(read(write("a.parquet", "PAR1 and nothing more PAR1"))))
        .containsExactly("0 malformed_parquet");
  }

  private InputFile write(String name, String content) throws IOException {
    return write(name, content.getBytes(UTF_8));
  }

  private InputFile write(String name, byte[] content) throws IOException {
    return new InputFolder(folder).write(name, content);
  }

  private List<InputRecord> read(InputFile file) {
    return new InputFolder(folder).read(file, fields);
  }

  private RawArticle article(InputFile file) {
    var records = read(file);
    assertThat(records).hasSize(1);
    return (RawArticle) records.get(0);
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
