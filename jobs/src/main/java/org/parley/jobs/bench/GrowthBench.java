package org.parley.jobs.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.annotate.AnnotateJob;
import org.parley.jobs.annotate.AnnotateOptions;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.resolve.ResolveJob;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.nlp.Pipeline;
import org.parley.nlp.PipelineOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * How the time and the heap of annotate and resolve grow with the corpus: 100 articles, ten times
 * as many and so on up to all that are wanted; then what one hundredth of new articles costs, and
 * what a run without any.
 */
@Command(
    name = "bench-growth",
    hidden = true,
    description = "Time annotate and resolve on more and more articles, and on a few new ones.")
public final class GrowthBench implements Callable<Integer> {
  private static final int LEAST = 100;
  private static final int STEP = 10;

  /** New articles of a later run: one to so many. */
  private static final int NEW = 100;

  @Mixin private SessionOptions session;
  @Mixin private AnnotateOptions annotation;
  @Mixin private BenchArticles articles;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("parley-bench");
    try {
      System.out.println(new ObjectMapper().writeValueAsString(measure(folder)));
    } finally {
      Folders.delete(folder);
    }
    return 0;
  }

  private Map<String, Object> measure(Path folder) {
    var spark = session.session("bench growth");
    int wanted = articles.count();
    var drawn = articles.drawn(spark, folder, wanted + Math.max(1, wanted / NEW) + 1);
    int all = Math.min(wanted, drawn.size() - 2);
    Pipeline.load();
    var first = BenchArticles.warehouse(spark, folder.resolve("first"), last(drawn));
    annotate(first, spark);
    resolve(first, spark);

    var steps = new ArrayList<Map<String, Object>>();
    Warehouse warehouse = first;
    double full = 0;
    for (int size : sizes(all)) {
      Pipeline.forgetSentences();
      forgetPeak();
      warehouse =
          BenchArticles.warehouse(
              spark, folder.resolve("articles-" + size), drawn.subList(0, size));
      full = annotate(warehouse, spark);
      var step = new LinkedHashMap<String, Object>();
      step.put("articles", size);
      step.put("annotate_seconds", rounded(full));
      step.put("annotate_articles_per_s", rounded(size / full));
      step.put("annotate_peak_heap_mb", peak() >> 20);
      forgetPeak();
      double resolve = resolve(warehouse, spark);
      step.put("resolve_seconds", rounded(resolve));
      step.put("resolve_articles_per_s", rounded(size / resolve));
      step.put("resolve_peak_heap_mb", peak() >> 20);
      System.err.println(step);
      steps.add(step);
    }
    double nothing = annotate(warehouse, spark);
    var more = drawn.subList(0, drawn.size() - 1);
    warehouse.replace(
        Table.ARTICLES, spark.createDataFrame(more, Table.ARTICLES.schema().structType()));
    double few = annotate(warehouse, spark);

    var figures = new LinkedHashMap<String, Object>();
    figures.put("threads", spark.sparkContext().defaultParallelism());
    figures.put("heap_mb", Runtime.getRuntime().maxMemory() >> 20);
    figures.put("steps", steps);
    figures.put("nothing_new_seconds", rounded(nothing));
    figures.put("new_articles", more.size() - all);
    figures.put("new_articles_seconds", rounded(few));
    figures.put("new_articles_share_of_full_time", rounded(few / full));
    return figures;
  }

  private static List<Row> last(List<Row> rows) {
    return rows.subList(rows.size() - 1, rows.size());
  }

  private static List<Integer> sizes(int all) {
    var sizes = new ArrayList<Integer>();
    for (int size = LEAST; size < all; size *= STEP) {
      sizes.add(size);
    }
    sizes.add(all);
    return sizes;
  }

  private PipelineOptions options() {
    return annotation.pipelineOptions(session.seeds());
  }

  private double annotate(Warehouse warehouse, SparkSession spark) {
    long start = System.nanoTime();
    AnnotateJob.run(
        spark, new AnnotateJob.Config(warehouse.location(), options()), RunMetrics.start());
    return (System.nanoTime() - start) / 1e9;
  }

  private double resolve(Warehouse warehouse, SparkSession spark) {
    long start = System.nanoTime();
    ResolveJob.run(
        spark,
        new ResolveJob.Config(warehouse.location(), options().fingerprint(), session.seeds()),
        RunMetrics.start());
    return (System.nanoTime() - start) / 1e9;
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static void forgetPeak() {
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
