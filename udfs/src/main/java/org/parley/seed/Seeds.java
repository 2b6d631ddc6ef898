package org.parley.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The facts that a run starts from: the files under {@code seeds/}, as text, by their path there.
 * It is small and serializable, so a driver reads it once and sends it to the executors.
 */
public final class Seeds implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The files that make up the seeds, relative to the seeds folder. */
  public static final List<String> FILES =
      List.of(
          "entities/countries.csv",
          "entities/organizations.csv",
          "entities/seats.csv",
          "entities/places.csv",
          "entities/persons.csv",
          "entities/offices.csv",
          "entities/parties.csv",
          "entities/states.csv",
          "entities/titles.csv",
          "entities/first-names.csv",
          "entities/groups.csv",
          "entities/metonymy.csv",
          "entities/name-cues.csv",
          "entities/nominals.csv",
          "lexicon/reporting.csv",
          "lexicon/quote-confidence.csv",
          "lexicon/labels.csv",
          "lexicon/frames.csv",
          "lexicon/operators.csv",
          "lexicon/stance-confidence.csv",
          "text/agencies.csv",
          "text/phrases.csv",
          "issues.yaml");

  /** What a user says about entities; each file may be absent. */
  public static final String SAME = "overrides/same.csv";

  public static final String DIFFERENT = "overrides/different.csv";
  public static final String RENAME = "overrides/rename.csv";
  public static final String DROP = "overrides/drop.csv";
  public static final String ADD = "overrides/add.csv";

  /** Which rows of evidence a user strikes out; it may be absent. */
  public static final String STRIKE = "overrides/strike.csv";

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private final TreeMap<String, String> files;

  private Seeds(Map<String, String> files) {
    this.files = new TreeMap<>(files);
  }

  /** The seeds that travel inside the jar. */
  public static Seeds bundled() {
    var files = new TreeMap<String, String>();
    for (String name : FILES) {
      try {
        bundledText(name).ifPresent(text -> files.put(name, text));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Seeds(files);
  }

  /**
   * The bundled seeds with each file replaced that the folder holds.
   *
   * @throws IllegalArgumentException if the folder does not exist or holds none of {@link #FILES}
   */
  public static Seeds at(Path folder) {
    if (FILES.stream().noneMatch(name -> Files.isRegularFile(folder.resolve(name)))) {
      throw new IllegalArgumentException(
          folder + " holds no seeds: expected at least one of " + String.join(", ", FILES));
    }
    var seeds = bundled();
    for (String name : FILES) {
      if (Files.isRegularFile(folder.resolve(name))) {
        seeds.files.put(name, UserFile.text(folder.resolve(name)));
      }
    }
    return seeds;
  }

  /**
   * These seeds with the overrides of a folder.
   *
   * @throws IllegalArgumentException if the folder holds none of same.csv, different.csv,
   *     rename.csv, drop.csv, add.csv and strike.csv, or another CSV file
   */
  public Seeds withOverrides(Path folder) {
    var seeds = new Seeds(files);
    var known = List.of(ADD, SAME, DIFFERENT, RENAME, DROP, STRIKE);
    var names = known.stream().map(name -> name.substring(name.indexOf('/') + 1)).toList();
    try (var entries = Files.list(folder)) {
      for (Path file : entries.sorted().toList()) {
        String name = file.getFileName().toString();
        if (names.contains(name)) {
          seeds.files.put("overrides/" + name, UserFile.text(file));
        } else if (name.endsWith(".csv")) {
          throw new IllegalArgumentException(
              file + " is no file of overrides: they are " + String.join(", ", names));
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("overrides " + folder + " cannot be read: " + e, e);
    }
    if (seeds.files.equals(files)) {
      throw new IllegalArgumentException(
          folder + " holds no overrides: expected at least one of " + String.join(", ", names));
    }
    return seeds;
  }

  /** Whether the seeds hold a file. */
  public boolean has(String name) {
    return files.containsKey(name);
  }

  /** These seeds with one file replaced. */
  public Seeds with(String name, String content) {
    var seeds = new Seeds(files);
    seeds.files.put(name, content);
    return seeds;
  }

  /**
   * The text of a file.
   *
   * @throws IllegalArgumentException if the seeds do not hold it
   */
  public String text(String name) {
    var text = files.get(name);
    if (text == null) {
      throw new IllegalArgumentException("seeds lack the file " + name);
    }
    return text;
  }

  /** A digest of all files: other seeds, other digest. */
  public String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(files.toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The records of a CSV file with a header line; lines that begin with # are comments.
   *
   * @throws IllegalArgumentException if the file is missing, lacks a column of the bundled one
   *     other than {@code source}, or has a record that does not fit its header, naming the file
   *     and what is wrong
   */
  public List<CSVRecord> csv(String name) {
    try (var parser = CSVParser.parse(text(name), FORMAT);
        var bundled = CSVParser.parse(bundledText(name).orElse(""), FORMAT)) {
      var lacking = new ArrayList<>(bundled.getHeaderNames());
      lacking.removeAll(parser.getHeaderNames());
      // Where a fact comes from is for people to read.
      lacking.remove("source");
      if (!lacking.isEmpty()) {
        throw new IllegalArgumentException("the header lacks " + String.join(", ", lacking));
      }
      var records = parser.getRecords();
      for (CSVRecord record : records) {
        if (!record.isConsistent()) {
          throw new IllegalArgumentException(
              "record %d has %d fields, the header %d"
                  .formatted(
                      record.getRecordNumber(), record.size(), parser.getHeaderNames().size()));
        }
      }
      return records;
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new IllegalArgumentException("seeds file " + name + ": " + e.getMessage(), e);
    }
  }

  private static Optional<String> bundledText(String name) throws IOException {
    try (InputStream in = Seeds.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), UTF_8));
    }
  }
}
