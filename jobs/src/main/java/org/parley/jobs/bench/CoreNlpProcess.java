package org.parley.jobs.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** CoreNLP's own command line, run over files in a JVM of its own and timed from outside. */
final class CoreNlpProcess {
  private static final String ANNOTATORS = "tokenize,pos,lemma,ner,depparse,coref,quote";

  private CoreNlpProcess() {}

  /**
   * What a run took. Loading ends with the first text, so that all that is loaded lazily is loaded;
   * what other threads do of further texts until then is a present to CoreNLP.
   */
  record Result(double loadingSeconds, double seconds, double cpuSeconds) {}

  /**
   * Annotates files.
   *
   * @param files one text each; the first is part of loading
   * @param output folder for what it writes
   * @throws IOException if it does not end well, with its last words
   */
  static Result run(String classPath, String heap, int threads, List<Path> files, Path output)
      throws IOException {
    Path list = output.resolve("files.txt");
    Files.write(list, files.stream().map(Path::toString).toList());
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-Xmx" + heap,
                "-cp",
                classPath,
                "edu.stanford.nlp.pipeline.StanfordCoreNLP",
                "-annotators",
                ANNOTATORS,
                "-threads",
                String.valueOf(threads),
                "-fileList",
                list.toString(),
                "-outputDirectory",
                output.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      return watch(process, lines, files.get(0), start);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Result watch(Process process, BufferedReader lines, Path first, long start)
      throws IOException {
    long begun = 0;
    double cpuBegun = 0;
    String last = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("Annotating file " + first)) {
        begun = System.nanoTime();
        cpuBegun = cpuSeconds(process.toHandle());
      } else if (line.startsWith("Annotation pipeline timing information")) {
        long ended = System.nanoTime();
        return new Result(
            (begun - start) / 1e9,
            (ended - begun) / 1e9,
            cpuSeconds(process.toHandle()) - cpuBegun);
      }
      last = line.isBlank() ? last : line;
    }
    throw new IOException("CoreNLP's command line ended without its figures: " + last);
  }

  /** The processor time that a process has used, in seconds; 0 where the system does not tell. */
  static double cpuSeconds(ProcessHandle process) {
    return process.info().totalCpuDuration().map(used -> used.toNanos() / 1e9).orElse(0.0);
  }
}
