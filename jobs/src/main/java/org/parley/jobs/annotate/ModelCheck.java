package org.parley.jobs.annotate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.parley.nlp.Pipeline;

/** Whether the machines that annotate have CoreNLP's models, asked before any work begins. */
public final class ModelCheck {
  private static final String MODEL =
      "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

  private ModelCheck() {}

  /** Whether the models are on the class path of this JVM. */
  public static boolean isPresent() {
    return Pipeline.class.getClassLoader().getResource(MODEL) != null;
  }

  /**
   * Asks the executors, or this JVM where it does the work itself.
   *
   * @throws IllegalArgumentException if the models are missing, naming where and what to do
   */
  public static void require(SparkSession spark) {
    var missing = new TreeSet<String>();
    if (!spark.sparkContext().isLocal()) {
      var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
      int slots = context.defaultParallelism();
      List<Integer> each = IntStream.range(0, slots).boxed().toList();
      missing.addAll(
          context
              .parallelize(each, slots)
              .filter(slot -> !isPresent())
              .map(slot -> host())
              .collect());
    } else if (!isPresent()) {
      missing.add("this machine");
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "CoreNLP's models are not on the class path on "
              + String.join(", ", missing)
              + ": pass --jars local:/PATH/stanford-corenlp-4.5.10-models.jar, with the file at that"
              + " path on each machine");
    }
  }

  private static String host() throws UnknownHostException {
    return InetAddress.getLocalHost().getHostName();
  }
}
