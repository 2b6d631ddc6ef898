package org.parley.jobs.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a folder of files that want to break whoever reads them, and knows what must come out. */
final class HostileFiles {
  private static final String STORY =
      "The council of Eastmouth voted on Tuesday to repair the old pier before the winter."
          + " Nobody spoke against the plan, which the fishermen had asked for since the storm.";

  private final Path folder;
  private final int port;

  /** The file's name, and what becomes of its records: reasons, or "article". */
  private final Map<String, List<String>> expected = new TreeMap<>();

  private HostileFiles(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * Writes all of them.
   *
   * @param port of this machine, to which some files want a connection
   * @return what must become of each file's records, by its name: reasons, or "article"
   */
  static Map<String, List<String>> write(Path folder, int port) throws IOException {
    var files = new HostileFiles(folder, port);
    files.writeNames();
    files.writeTexts();
    files.writeJson();
    files.writeCsv();
    files.writeArchives();
    files.writePages();
    files.writeNested();
    files.writeLies();
    files.writeDevices();
    Path loop = Files.createDirectories(folder.resolve("loop"));
    Files.createSymbolicLink(loop.resolve("again"), folder);
    return files.expected;
  }

  private void writeNested() throws IOException {
    write(
        "deep-array.json",
        ("[".repeat(100_000) + "]".repeat(100_000)).getBytes(UTF_8),
        "empty_file");
    write(
        "deep.html", ("<div>".repeat(100_000) + "Deep pier. " + STORY).getBytes(UTF_8), "article");
    write(
        "deep-list.html",
        ("<p>Deep list. " + STORY + "</p>" + "<ul><li>".repeat(9_000)).getBytes(UTF_8),
        "article");
    write("tables.html", ("<table><tr><td>".repeat(6_000) + STORY).getBytes(UTF_8), "article");
    write(
        "laughs.html",
        ("<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><html><body><p>"
                + "Laughing pier. "
                + STORY
                + "&c;</p></body></html>")
            .getBytes(UTF_8),
        "article");
    write(
        "entities.html",
        ("<p>Pier in entities. " + STORY + "</p>" + "&#x41;".repeat(10_000)).getBytes(UTF_8),
        "article");
    write(
        "attributes.html",
        ("<p " + "a=1 ".repeat(20_000) + ">Pier with attributes. " + STORY + "</p>")
            .getBytes(UTF_8),
        "article");
    write("comment.html", ("<!--" + "-".repeat(90_000) + STORY).getBytes(UTF_8), "empty_text");
  }

  private void writeLies() throws IOException {
    String own = "http://127.0.0.1:" + port + "/x";
    write(
        "fetch.html",
        ("<html><head><base href=\"U\"><link rel=stylesheet href=\"U\"><script src=\"U\"></script>"
                + "<meta http-equiv=refresh content=\"0;url=U\"><script type=\"application/ld+json\">"
                + "{\"@context\": \"U\", \"@type\": \"NewsArticle\", \"image\": \"U\"}</script></head><body>"
                + "<iframe src=\"U\"></iframe><object data=\"U\"></object><p>Fetched pier. "
                + STORY
                + "</p><img src=\"U\" onerror=\"fetch('U')\"></body></html>")
            .replace("U", own)
            .getBytes(UTF_8),
        "article");
    write(
        "xxe.html",
        ("<?xml version=\"1.0\"?><!DOCTYPE html SYSTEM \"U\" [<!ENTITY % x SYSTEM \"U\"> %x;]>"
                + "<html><body><p>Pier with a type. "
                + STORY
                + "</p></body></html>")
            .replace("U", own)
            .getBytes(UTF_8),
        "article");
    write(
        "javascript.jsonl",
        ("{\"url\": \"javascript:alert(1)\", \"text\": \"Linked pier. " + STORY + "\"}")
            .getBytes(UTF_8),
        "article");
    write(
        "markup.jsonl",
        ("{\"title\": \"</title><script>alert(1)</script>\", \"source\": \"<b>\", \"text\":"
                + " \"Marked pier. "
                + STORY
                + "\"}")
            .getBytes(UTF_8),
        "article");
    write(
        "bidi.jsonl",
        ("{\"title\": \"\\u202egnp.exe\", \"text\": \"Turned pier. " + STORY + "\"}")
            .getBytes(UTF_8),
        "article");
    write(
        "dates.jsonl",
        ("{\"date\": \"99999-99-99T99:99:99\", \"text\": \"Dated pier. "
                + STORY
                + "\"}\n{\"date\": -9223372036854775808, \"text\": \"Dated again. "
                + STORY
                + "\"}")
            .getBytes(UTF_8),
        "article",
        "article");
    write(
        "types.jsonl",
        "{\"text\": {\"a\": 1}}\n{\"text\": 7}\n{\"text\": [true]}\n".getBytes(UTF_8),
        "empty_text",
        "article",
        "article");
    write(
        "keywords.csv",
        ("select,from,\"drop table articles; --\",text\n1,2,3,\"Chosen pier. " + STORY + "\"\n")
            .getBytes(UTF_8),
        "article");
    write("quotes.tsv", "title\ttext\n\"a\"b\"\tc\n".getBytes(UTF_8), "malformed_csv");
    write("nul.csv", "text\n\u0000\u0000\u0000\n".getBytes(UTF_8), "binary");
    write("cut.txt.gz", cut(gzip(STORY.repeat(50).getBytes(UTF_8))), "malformed_gzip");
    write(
        "tail.txt.gz",
        concatenated(gzip(("Tail pier\n\n" + STORY).getBytes(UTF_8)), "tail".getBytes(UTF_8)),
        "malformed_gzip");
    write(
        "chunked.warc",
        ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: U\r\nContent-Type:"
                + " application/http\r\nContent-Length: 90\r\n\r\nHTTP/1.1 200"
                + " OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n<p>x</p>")
            .replace("U", own)
            .getBytes(UTF_8),
        "not_an_article",
        "malformed_warc");
    write(
        "header.warc",
        ("WARC/1.0\r\n" + "X: y\r\n".repeat(10_000)).getBytes(UTF_8),
        "malformed_warc");
  }

  /** Names behind which there is no file that ends. */
  private void writeDevices() throws IOException {
    Files.createSymbolicLink(folder.resolve("endless.html"), Path.of("/dev/zero"));
    expected.put("endless.html", List.of("unreadable"));
    // A link to nothing is no file.
    Files.createSymbolicLink(folder.resolve("nowhere.txt"), Path.of("/no/such/file"));
  }

  private static byte[] cut(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] concatenated(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private void writeNames() throws IOException {
    int i = 0;
    for (String name :
        List.of(
            "$(touch x).txt",
            "a\nb.txt",
            "a'b\"c.txt",
            "x...txt",
            "*.txt",
            "{a,b}.txt",
            "a%20b.txt",
            "a b.txt",
            "ä漢.txt")) {
      write(name, ("Pier " + i++ + "\n\n" + STORY).getBytes(UTF_8), "article");
    }
    // Hadoop's local file system has no checksum file for a name with a colon and refuses to read
    // it.
    write("a:b.txt", ("Pier\n\n" + STORY).getBytes(UTF_8), "failed");
  }

  private void writeTexts() throws IOException {
    write("utf16.txt", ("\ufeffPier in UTF-16\n\n" + STORY).getBytes(UTF_16LE), "article");
    write("latin.txt", ("Café pier\n\n" + STORY).getBytes(ISO_8859_1), "article");
    write("nul.txt", new byte[5000], "binary");
    write("endless.txt", "x".repeat(1_200_000).getBytes(UTF_8), "over_long");
    write("blank.txt", " \n\t\n".getBytes(UTF_8), "empty_text");
    write("controls.txt", "\u0001\u0002\u0003\u0004".repeat(50).getBytes(UTF_8), "binary");
    write("elf", new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0}, "binary");
  }

  private void writeJson() throws IOException {
    write("deep.jsonl", ("[".repeat(40_000) + "\n").getBytes(UTF_8), "malformed_json");
    write(
        "deep.json",
        ("{\"text\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_001)).getBytes(UTF_8),
        "malformed_json");
    write(
        "number.jsonl",
        ("{\"text\": \"" + STORY + "\", \"n\": " + "9".repeat(50_000) + "}").getBytes(UTF_8),
        "malformed_json");
    write(
        "surrogate.jsonl",
        ("{\"title\": \"\\ud800\", \"text\": \"" + STORY + "\"}").getBytes(UTF_8),
        "article");
    write(
        "keywords.jsonl",
        ("{\"select\": \"drop table\", \"text\": \"" + STORY + "\", \"title\": \"'; --\"}")
            .getBytes(UTF_8),
        "article");
    write(
        "scalar.jsonl",
        "3\n\"text\"\nnull\n".getBytes(UTF_8),
        "malformed_json",
        "malformed_json",
        "malformed_json");
    write(
        "many.jsonl",
        "{\"text\": \"\"}\n".repeat(3).getBytes(UTF_8),
        "empty_text",
        "empty_text",
        "empty_text");
  }

  private void writeCsv() throws IOException {
    write(
        "formula.csv",
        ("title,text\n\"=HYPERLINK(\"\"x\"\")\",\"" + STORY + "\"\n").getBytes(UTF_8),
        "article");
    write(
        "open.csv",
        ("title,text\nT,\"" + "never closed\n".repeat(100_000)).getBytes(UTF_8),
        "over_long");
    write(
        "twice.csv",
        ("text,text\n" + "Pier twice. " + STORY + ",B\n").getBytes(UTF_8),
        "malformed_csv");
    write("header.csv", "title,text\n".getBytes(UTF_8), "empty_file");
  }

  private void writeArchives() throws IOException {
    write("bomb.txt.gz", gzip(new byte[50_000_000]), "over_long");
    write("nested.jsonl.gz", gzip(gzip("{}".getBytes(UTF_8))), "undecodable");
    write("not-gzip.jsonl.gz", "{\"text\": \"\"}".getBytes(UTF_8), "empty_text");
    write("zip.jsonl", zip(), "undecodable", "undecodable");
    write(
        "length.warc",
        ("WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://example.org/\r\n"
                + "Content-Type: text/html\r\nContent-Length: 99999999999\r\n\r\nshort")
            .getBytes(UTF_8),
        "malformed_warc");
    write(
        "negative.warc",
        "WARC/1.0\r\nContent-Length: -1\r\n\r\n".getBytes(UTF_8),
        "malformed_warc");
    write("noise.warc.gz", gzip("no archive at all".getBytes(UTF_8)), "malformed_warc");
    write("noise.parquet", "PAR1\uffff\uffff\uffff\u007fPAR1".getBytes(UTF_8), "malformed_parquet");
  }

  private void writePages() throws IOException {
    write("scripts.html", "<script>while(1);</script>".getBytes(UTF_8), "empty_text");
    write(
        "external.html",
        ("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><head><title>Pier"
                + " page</title></head><body><article><img src=\"http://127.0.0.1:9/x.png\"><p>"
                + STORY
                + "</p><p>"
                + STORY
                + " &x;</p></article></body></html>")
            .getBytes(UTF_8),
        "article");
  }

  private void write(String name, byte[] content, String... outcome) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(name), content);
    expected.put(name, List.of(outcome));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      var entry = new ZipEntry("../../escape.txt");
      entry.setTimeLocal(LocalDateTime.of(2025, 1, 1, 0, 0));
      zip.putNextEntry(entry);
      zip.write("{}".repeat(1000).getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
