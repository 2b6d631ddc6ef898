package org.parley.jobs.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.table.RunMetrics;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

@ExtendWith(LocalSpark.class)
class VacuumJobTest {
  @TempDir private Path folder;

  @Test
  void whatNoRunWillUseIsDeletedAndTheRestStays(SparkSession spark) {
    var warehouse = new Warehouse(spark, folder.toString());
    warehouse.replace(Table.ARTICLES, article(spark, "kept"));
    for (String[] key : new String[][] {{"kept", "now"}, {"kept", "old"}, {"gone", "now"}}) {
      warehouse.append(
          Table.ANNOTATIONS, rows(spark, Table.ANNOTATIONS, key[0], key[1], null, null));
      warehouse.append(
          Table.DOCUMENT_STATUS,
          rows(spark, Table.DOCUMENT_STATUS, key[0], key[1], "ok", "annotate", 1L, 1, 1, null));
    }
    warehouse.append(
        Table.JOB_METRICS,
        rows(spark, Table.JOB_METRICS, "20200101T000000000Z", "ingest", "files", 1.0));
    warehouse.noteMadeFrom("digest");

    var result =
        VacuumJob.run(
            spark, new VacuumJob.Config(folder.toString(), Set.of("now"), 365), RunMetrics.start());

    assertThat(result)
        .extracting(
            VacuumJob.Result::annotations, VacuumJob.Result::status, VacuumJob.Result::metrics)
        .containsExactly(2L, 2L, 1L);
    for (Table table : List.of(Table.ANNOTATIONS, Table.DOCUMENT_STATUS)) {
      var row = warehouse.read(table).collectAsList();
      assertThat(row).hasSize(1);
      assertThat(row.get(0).<String>getAs("text_id") + row.get(0).<String>getAs("pipeline"))
          .isEqualTo("keptnow");
    }
    assertThat(warehouse.madeFrom()).as("the tables are still up to date").contains("digest");
  }

  @Test
  void toKeepNothingIsRefused() {
    assertThatThrownBy(() -> new VacuumJob.Config("w", Set.of(), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("name a pipeline whose annotations to keep");
  }

  private static Dataset<Row> article(SparkSession spark, String text) {
    var rows =
        spark.createDataFrame(
            List.of(RowFactory.create(text)),
            new org.apache.spark.sql.types.StructType().add("text_id", "string"));
    for (var field : Table.ARTICLES.schema().structType().fields()) {
      if (!field.name().equals("text_id")) {
        rows = rows.withColumn(field.name(), functions.lit(null).cast(field.dataType()));
      }
    }
    return rows;
  }

  private static Dataset<Row> rows(SparkSession spark, Table table, Object... cells) {
    return spark.createDataFrame(List.of(RowFactory.create(cells)), table.schema().structType());
  }
}
