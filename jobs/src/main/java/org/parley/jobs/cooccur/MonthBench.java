package org.parley.jobs.cooccur;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Times what the last of twelve months costs where the others are counted already, beside counting
 * all twelve: the whole stage with all its tables.
 */
@Command(
    name = "bench-month",
    hidden = true,
    description = "Time a new month of co-occurrence against the whole, on a synthetic corpus.")
public final class MonthBench implements Callable<Integer> {
  @Mixin private SessionOptions options;

  @Option(names = "--articles", defaultValue = "20000", description = "Default: ${DEFAULT-VALUE}.")
  private long articles;

  @Option(
      names = "--mentions-per-article",
      defaultValue = "25",
      description = "Default: ${DEFAULT-VALUE}.")
  private int mentionsPerArticle;

  @Option(names = "--entities", defaultValue = "10000", description = "Default: ${DEFAULT-VALUE}.")
  private int entities;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public Integer call() throws IOException, SQLException {
    var spark = options.session("bench month");
    var folder = Files.createTempDirectory("parley-bench");
    try {
      var whole = new Warehouse(spark, folder.resolve("whole").toString());
      var grown = new Warehouse(spark, folder.resolve("grown").toString());
      System.err.println("writing %,d synthetic articles".formatted(articles));
      new SyntheticCorpus(articles, mentionsPerArticle, entities, seed).write(spark, whole);
      copy(whole, grown, "month < '%s'".formatted(SyntheticCorpus.lastMonth()));
      var figures = new LinkedHashMap<String, Object>();
      figures.put("articles", articles);
      figures.put("months", 12);
      var eleven = counting(spark, folder.resolve("grown"));
      copy(whole, grown, "true");
      var month = counting(spark, folder.resolve("grown"));
      var all = counting(spark, folder.resolve("whole"));
      figures.put("eleven_months_seconds", rounded(eleven.seconds()));
      figures.put("month_seconds", rounded(month.seconds()));
      figures.put("whole_seconds", rounded(all.seconds()));
      figures.put("share", rounded(month.seconds() / all.seconds()));
      figures.put("month_cpu_seconds", rounded(month.cpuSeconds()));
      figures.put("whole_cpu_seconds", rounded(all.cpuSeconds()));
      figures.put("cpu_share", rounded(month.cpuSeconds() / all.cpuSeconds()));
      System.out.println(new ObjectMapper().writeValueAsString(figures));
    } finally {
      delete(folder);
    }
    return 0;
  }

  private static void copy(Warehouse from, Warehouse to, String articles) {
    for (var table : new Table[] {Table.ARTICLES, Table.MENTIONS}) {
      to.replace(table, from.read(table).where(articles));
    }
    for (var table : new Table[] {Table.ENTITIES, Table.ANNOTATIONS}) {
      to.replace(table, from.read(table));
    }
  }

  private Cost counting(SparkSession spark, Path warehouse) throws IOException, SQLException {
    var config =
        CooccurJob.Config.of(warehouse.toString(), SyntheticCorpus.PIPELINE, options.seeds());
    return Cost.of(
        () -> System.err.println(CooccurJob.run(spark, config, RunMetrics.of(spark)).summary()));
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
