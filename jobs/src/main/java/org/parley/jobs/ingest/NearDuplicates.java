package org.parley.jobs.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.graphx.Edge;
import org.apache.spark.graphx.Graph;
import org.apache.spark.graphx.lib.ConnectedComponents;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.parley.text.MinHash;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Groups texts that are copies of each other but for light edits. Candidates come from
 * locality-sensitive hashing of MinHash signatures (Broder 1997; Leskovec, Rajaraman and Ullman,
 * Mining of Massive Datasets, section 3.4), are verified by the true Jaccard similarity of their
 * shingles, and form clusters by connected components.
 *
 * <p>Texts that meet in a bucket are compared as in sorted neighbourhoods (Hernández and Stolfo
 * 1995): ordered by the number of their shingles and then by text_id, each with the {@value
 * #NEIGHBOURS} before it and with the first. So a bucket of n texts costs at most {@value
 * #NEIGHBOURS} n + n comparisons, also where a paragraph that thousands share fills it, and nothing
 * depends on the order of the input.
 */
final class NearDuplicates {
  private static final int BANDS = 25;
  private static final int ROWS = 5;
  private static final int NEIGHBOURS = 16;

  private NearDuplicates() {}

  /**
   * The signatures from which band keys are made. 25 bands of 5 rows: two texts that share 80% of
   * their shingles meet with probability 0.99995, at 50% with 0.55, at 20% with 0.008.
   */
  static MinHash signatures() {
    return new MinHash(BANDS, ROWS);
  }

  /**
   * The cluster of every text that has a near-duplicate.
   *
   * @param texts distinct texts: text_id, shingles, band_keys
   * @param similarity least Jaccard similarity of near-duplicates, above 0 and at most 1
   * @return text_id, cluster_id (the smallest text_id of the cluster)
   */
  static Dataset<Row> clusters(Dataset<Row> texts, double similarity) {
    return components(verified(candidates(texts, similarity), texts, similarity));
  }

  /** Pairs a, b of texts that meet in a bucket and are of similar length. */
  private static Dataset<Row> candidates(Dataset<Row> texts, double similarity) {
    WindowSpec bucket =
        Window.partitionBy("band", "key").orderBy(col("shingle_count"), col("text_id"));
    Column text = struct(col("shingle_count"), col("text_id"));
    return texts
        .select(
            col("text_id"),
            size(col("shingles")).as("shingle_count"),
            posexplode(col("band_keys")).as(new String[] {"band", "key"}))
        .withColumn("first", first(text).over(bucket))
        .withColumn("before", collect_list(text).over(bucket.rowsBetween(-NEIGHBOURS, -1)))
        .filter(size(col("before")).gt(0))
        .select(
            col("text_id"),
            col("shingle_count"),
            explode(concat(col("before"), array(col("first")))).as("other"))
        // The smaller of two sets holds at least this share of the larger one.
        .filter(col("other.shingle_count").geq(col("shingle_count").multiply(similarity)))
        .select(
            least(col("text_id"), col("other.text_id")).as("a"),
            greatest(col("text_id"), col("other.text_id")).as("b"))
        .distinct();
  }

  private static Dataset<Row> verified(
      Dataset<Row> candidates, Dataset<Row> texts, double similarity) {
    var left = texts.select(col("text_id").as("a"), col("shingles").as("shingles_a"));
    var right = texts.select(col("text_id").as("b"), col("shingles").as("shingles_b"));
    Column shared = size(array_intersect(col("shingles_a"), col("shingles_b")));
    Column either = size(col("shingles_a")).plus(size(col("shingles_b"))).minus(shared);
    return candidates
        .join(left, "a")
        .join(right, "b")
        .filter(shared.geq(either.multiply(similarity)))
        .select("a", "b");
  }

  /** The connected components of the edges a, b: each text's cluster is its smallest text_id. */
  private static Dataset<Row> components(Dataset<Row> edges) {
    StorageLevel level = StorageLevel.MEMORY_AND_DISK();
    JavaPairRDD<String, String> pairs =
        edges
            .javaRDD()
            .mapToPair(row -> new Tuple2<>(row.getString(0), row.getString(1)))
            .persist(level);
    // Numbered in the order of their names, so that the smallest number is the smallest text_id.
    JavaPairRDD<String, Long> numbers =
        pairs
            .flatMap(pair -> List.of(pair._1(), pair._2()).iterator())
            .distinct()
            .sortBy(id -> id, true, pairs.getNumPartitions())
            .zipWithIndex()
            .persist(level);
    JavaRDD<Edge<Object>> numbered =
        pairs
            .join(numbers)
            .mapToPair(pair -> pair._2())
            .join(numbers)
            .map(pair -> new Edge<>(pair._2()._1(), pair._2()._2(), 1));
    ClassTag<Object> any = ClassTag$.MODULE$.apply(Object.class);
    Graph<Object, Object> graph =
        Graph.fromEdges(numbered.rdd(), (Object) 1, level, level, any, any);
    JavaPairRDD<Long, String> names = numbers.mapToPair(Tuple2::swap);
    JavaRDD<Row> clusters =
        ConnectedComponents.run(graph, any, any)
            .vertices()
            .toJavaRDD()
            .mapToPair(vertex -> new Tuple2<>((Long) vertex._1(), (Long) vertex._2()))
            .join(names)
            .mapToPair(vertex -> vertex._2())
            .join(names)
            .map(vertex -> RowFactory.create(vertex._2()._1(), vertex._2()._2()));
    return edges
        .sparkSession()
        .createDataFrame(clusters, StructType.fromDDL("text_id string, cluster_id string"));
  }
}
