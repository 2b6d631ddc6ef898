package org.parley.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.parley.scorer.StanceInput;
import org.parley.scorer.StanceInput.Place;
import org.parley.train.Example.Split;
import org.parley.train.Example.Task;

/** Reads the labelled sentences that the scorer is trained on. */
final class Corpora {
  /** Every so many of the own sentences is held out. */
  private static final int HELD = 8;

  private static final Map<String, Integer> LABELS = Map.of("against", 0, "neither", 1, "for", 2);

  private Corpora() {}

  /** NewsMTSC, both forms: a target to a line, or a sentence with its targets. */
  static List<Example> newsMtsc(Path file) throws IOException {
    var json = new ObjectMapper();
    var found = new ArrayList<Example>();
    try (var lines = reader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = json.readTree(line);
        if (node.has("targets")) {
          for (JsonNode target : node.get("targets")) {
            String sentence = node.get("sentence_normalized").asText();
            found.add(sentiment(sentence, target, (target.get("polarity").asInt() - 2) / 2));
          }
        } else {
          found.add(
              sentiment(node.get("sentence").asText(), node, node.get("polarity").asInt() + 1));
        }
      }
    }
    return found;
  }

  private static Example sentiment(String sentence, JsonNode target, int label) {
    var place = new Place(target.get("from").asInt(), target.get("to").asInt());
    return new Example(Task.SENTIMENT, StanceInput.of(sentence, place), label);
  }

  /**
   * Parley's own sentences: how the holder stands to the target, and that from the target to the
   * holder nothing is said.
   */
  static Split own(Path file) throws IOException {
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .get();
    var train = new ArrayList<Example>();
    var held = new ArrayList<Example>();
    try (var rows = CSVParser.parse(file, UTF_8, format)) {
      for (var row : rows) {
        String sentence = row.get("sentence");
        var holder = place(sentence, row.get("holder"));
        var target = place(sentence, row.get("target"));
        var part = row.getRecordNumber() % HELD == 0 ? held : train;
        int label = LABELS.get(row.get("polarity"));
        part.add(new Example(Task.STANCE, StanceInput.of(sentence, target, holder), label));
        if (row.get("kind").equals("entity")) {
          part.add(
              new Example(
                  Task.STANCE, StanceInput.of(sentence, holder, target), LABELS.get("neither")));
        }
      }
    }
    return new Split(train, held);
  }

  private static Place place(String sentence, String words) {
    for (int at = sentence.indexOf(words); at >= 0; at = sentence.indexOf(words, at + 1)) {
      int end = at + words.length();
      if ((at == 0 || !Character.isLetterOrDigit(sentence.charAt(at - 1)))
          && (end == sentence.length() || !Character.isLetterOrDigit(sentence.charAt(end)))) {
        return new Place(at, end);
      }
    }
    throw new IllegalArgumentException("'" + words + "' is not in: " + sentence);
  }

  private static BufferedReader reader(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return new BufferedReader(
        new InputStreamReader(
            file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, UTF_8));
  }
}
