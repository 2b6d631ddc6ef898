package org.parley.jobs.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parley.jobs.annotate.ModelCheck;
import org.parley.jobs.cli.SessionOptions;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;
import org.parley.jobs.table.WarehouseRepair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code parley doctor}: looks at Java, memory, models, Spark and warehouse, and says what to do.
 */
@Command(name = "doctor", description = "Check Java, memory, models, Spark and warehouse.")
public final class DoctorCommand implements Callable<Integer> {
  private static final int JAVA = 17;

  /** Models and two tasks want about so much; with less, texts fail for want of memory. */
  private static final long HEAP_BYTES = 3L << 30;

  @Mixin private SessionOptions options;

  @Option(
      names = "--repair",
      description =
          "Restore the warehouse from what is there: put back interrupted writes, set aside what"
              + " cannot be read.")
  private boolean repair;

  private final List<String> problems = new ArrayList<>();

  @Override
  public Integer call() {
    if (repair) {
      options.writing(
          "doctor",
          spark -> {
            var done = WarehouseRepair.run(spark, options.warehouse(spark));
            System.out.println(done.isEmpty() ? "nothing to repair" : String.join("\n", done));
          });
    }
    check(
        "Java " + Runtime.version().feature(),
        Runtime.version().feature() >= JAVA,
        "install a JDK of version " + JAVA + " or later and set JAVA_HOME");
    long heap = Runtime.getRuntime().maxMemory();
    check(
        "heap of %,d MB".formatted(heap >> 20),
        heap >= HEAP_BYTES,
        "start with PARLEY_MEMORY=4g, or --driver-memory 4g with spark-submit");
    check(
        "CoreNLP's models",
        ModelCheck.isPresent(),
        "pass stanford-corenlp-4.5.10-models.jar with --jars; scripts/run fetches it");
    SparkSession spark = options.session("doctor");
    check("Spark " + spark.version() + " at " + spark.sparkContext().master(), true, "");
    tables(spark);
    problems.forEach(System.out::println);
    return problems.isEmpty() ? 0 : 1;
  }

  private void tables(SparkSession spark) {
    var warehouse = new Warehouse(spark, options.warehouseFolder());
    var missing = new ArrayList<String>();
    for (Table table : Table.values()) {
      if (!warehouse.exists(table)) {
        missing.add(table.tableName());
      } else {
        var objection = warehouse.objection(table).or(() -> warehouse.lack(table));
        check(
            "table " + table.tableName() + objection.map(what -> " " + what).orElse(""),
            objection.isEmpty(),
            "`parley doctor --repair` sets it aside, then `parley run` makes it anew");
      }
    }
    check(
        "warehouse " + warehouse.location(),
        missing.isEmpty(),
        "`parley run` writes what it lacks: " + String.join(", ", missing));
    var stored =
        warehouse
            .readOrEmpty(Table.DOCUMENT_STATUS)
            .groupBy("pipeline", "status")
            .count()
            .orderBy("pipeline", "status")
            .collectAsList();
    for (Row row : stored) {
      System.out.printf(
          "      annotations of pipeline %s: %,d texts %s%n",
          row.getString(0), row.getLong(2), row.getString(1));
    }
    if (stored.stream().map(row -> row.getString(0)).distinct().count() > 1) {
      System.out.println(
          "      `parley vacuum` with the options of the pipeline to keep drops the others"
              + " (--keep PIPELINE keeps one more)");
    }
  }

  private void check(String what, boolean good, String remedy) {
    System.out.println((good ? "ok    " : "LACK  ") + what);
    if (!good) {
      problems.add("do: " + remedy);
    }
  }
}
