package org.parley.jobs.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.jobs.bench.Folders;

/**
 * What CoreNLP's statistical coreference says of texts, by its command line in a JVM of its own.
 */
final class CoreNlpChains {
  /** The kinds of expressions that CoreNLP tells apart; a list is one of several names. */
  enum Kind {
    PROPER,
    PRONOMINAL,
    NOMINAL,
    LIST
  }

  /** A member of a chain: offsets in the text. */
  record Part(int begin, int end, Kind kind) {}

  /** The chains of each text, and how long that step took for all of them. */
  record Result(List<List<List<Part>>> texts, double seconds) {}

  private static final Pattern TIME = Pattern.compile("CorefAnnotator: ([0-9.,]+) sec\\.");

  private CoreNlpChains() {}

  /**
   * Runs CoreNLP on texts, one thread.
   *
   * @throws IOException if it does not end well, with its last words
   */
  static Result run(String classPath, List<String> texts) throws IOException {
    Path folder = Files.createTempDirectory("parley-coref");
    try {
      var files = new ArrayList<String>();
      for (String text : texts) {
        var file = folder.resolve("%06d.txt".formatted(files.size()));
        files.add(Files.writeString(file, text).toString());
      }
      Path log = folder.resolve("log");
      Path list = Files.write(folder.resolve("files"), files);
      var process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx6g",
                  "-cp",
                  classPath,
                  "edu.stanford.nlp.pipeline.StanfordCoreNLP",
                  "-annotators",
                  "tokenize,pos,lemma,ner,depparse,coref",
                  "-coref.algorithm",
                  "statistical",
                  "-threads",
                  "1",
                  "-outputFormat",
                  "json",
                  "-fileList",
                  list.toString(),
                  "-outputDirectory",
                  folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while CoreNLP ran", e);
      } finally {
        process.destroyForcibly();
      }
      var said = Files.readString(log);
      var time = TIME.matcher(said);
      if (!time.find()) {
        var lines = said.lines().filter(line -> !line.isBlank()).toList();
        throw new IOException(
            "CoreNLP's command line ended without its figures: "
                + (lines.isEmpty() ? "" : lines.get(lines.size() - 1)));
      }
      var chains = new ArrayList<List<List<Part>>>();
      for (String file : files) {
        chains.add(chains(new ObjectMapper().readTree(Path.of(file + ".json").toFile())));
      }
      return new Result(chains, Double.parseDouble(time.group(1).replace(",", "")));
    } finally {
      Folders.delete(folder);
    }
  }

  /** The chains of one text in CoreNLP's JSON. */
  static List<List<Part>> chains(JsonNode text) {
    var chains = new ArrayList<List<Part>>();
    for (var chain : text.path("corefs")) {
      var parts = new ArrayList<Part>();
      for (var part : chain) {
        var tokens = text.path("sentences").path(part.path("sentNum").asInt() - 1).path("tokens");
        var first = tokens.path(part.path("startIndex").asInt() - 1);
        var last = tokens.path(part.path("endIndex").asInt() - 2);
        parts.add(
            new Part(
                first.path("characterOffsetBegin").asInt(),
                last.path("characterOffsetEnd").asInt(),
                Kind.valueOf(part.path("type").asText())));
      }
      chains.add(parts);
    }
    return chains;
  }
}
