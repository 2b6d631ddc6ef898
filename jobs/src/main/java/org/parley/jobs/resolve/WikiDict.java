package org.parley.jobs.resolve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.parley.entity.DictionaryEntry;

/**
 * CoreNLP's dictionary of 20.9 million forms: a jar of its own, {@value #ARTIFACT}, which is read
 * where Maven or the user put it.
 */
public final class WikiDict {
  static final String ARTIFACT = "edu.stanford.nlp:stanford-corenlp:4.5.10:jar:models-english-kbp";

  private static final int BUFFER = 1 << 16;
  private static final String ENTRY = "edu/stanford/nlp/models/kbp/english/wikidict.tab.gz";
  private static final String FILE = "stanford-corenlp-4.5.10-models-english-kbp.jar";

  private WikiDict() {}

  /**
   * The jar.
   *
   * @param name {@code wikidict} for the one in Maven's local repository, otherwise its path
   * @throws IllegalArgumentException if it is not there; the message says how to get it
   */
  public static Path jar(String name) {
    Path path =
        name.equals("wikidict")
            ? Path.of(
                System.getProperty("user.home"),
                ".m2/repository/edu/stanford/nlp/stanford-corenlp/4.5.10",
                FILE)
            : Path.of(name);
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "there is no dictionary "
              + path
              + ": get it with mvn dependency:get -Dartifact="
              + ARTIFACT
              + ", or give the path of that jar");
    }
    return path;
  }

  /** Takes what a link may use, one entry after the other. */
  public interface Entries {
    void accept(DictionaryEntry entry) throws IOException;
  }

  /**
   * Reads the dictionary, whose lines stand together by title, in one pass.
   *
   * @param entries takes each written name with the number of forms of its title
   * @throws IllegalArgumentException if the jar does not hold the dictionary
   */
  public static void read(Path jar, Entries entries) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      var file = zip.getEntry(ENTRY);
      if (file == null) {
        throw new IllegalArgumentException(jar + " holds no dictionary: it lacks " + ENTRY);
      }
      try (InputStream in = zip.getInputStream(file);
          var lines =
              new BufferedReader(
                  new InputStreamReader(new GZIPInputStream(in, BUFFER), UTF_8), BUFFER)) {
        var page = new ArrayList<DictionaryEntry>();
        var title = "";
        int forms = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          var next = title(line);
          if (!next.equals(title)) {
            hand(page, forms, entries);
            page.clear();
            title = next;
            forms = 0;
          }
          forms++;
          DictionaryEntry.ofLine(line).ifPresent(page::add);
        }
        hand(page, forms, entries);
      }
    }
  }

  private static String title(String line) {
    int first = line.indexOf('\t');
    int second = line.indexOf('\t', first + 1);
    return second < 0 ? "" : line.substring(first + 1, second);
  }

  private static void hand(List<DictionaryEntry> page, int forms, Entries entries)
      throws IOException {
    if (forms < DictionaryEntry.LEAST_FORMS) {
      return;
    }
    for (var entry : page) {
      entries.accept(new DictionaryEntry(entry.form(), entry.title(), entry.probability(), forms));
    }
  }
}
