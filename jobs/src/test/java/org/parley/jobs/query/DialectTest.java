package org.parley.jobs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.trino.sql.parser.SqlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.jobs.LocalSpark;
import org.parley.jobs.Tables;
import org.parley.jobs.table.Table;
import org.parley.jobs.table.Warehouse;

@ExtendWith(LocalSpark.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialectTest {
  private Path folder;

  @BeforeAll
  void write(SparkSession spark, @TempDir Path temp) throws IOException {
    folder = temp.resolve("it's here");
    for (Table table : Table.values()) {
      Files.createDirectories(folder.resolve(table.tableName()));
    }
    var warehouse = new Warehouse(spark, folder.toString());
    warehouse.replace(
        Table.STANCE_STATS,
        Tables.of(
            spark,
            Table.STANCE_STATS,
            "holder_id, score, month",
            "('gpe:x', -0.5, '2025-03')",
            "('gpe:x', -0.4, 'all')"));
    warehouse.replace(
        Table.ENTITY_ALIASES, Tables.of(spark, Table.ENTITY_ALIASES, "alias", "('X-land')"));
  }

  @Test
  void sparkMakesTheTablesAndFindsTheirMonths(SparkSession spark) {
    try {
      Statements.of(Dialect.spark.script(folder.toString())).forEach(spark::sql);

      assertThat(spark.sql("SELECT * FROM parley.stance_stats WHERE month = '2025-03'").count())
          .isEqualTo(1);
      assertThat(spark.table("parley.entity_aliases").count()).isEqualTo(1);
      assertThat(spark.table("parley.articles").count()).isZero();
    } finally {
      spark.sql("DROP DATABASE IF EXISTS parley CASCADE");
    }
  }

  @Test
  void theDatabaseBesideTheTablesHasThemAll() throws SQLException {
    DuckDb.writeViews(folder.toString());
    try (var duckDb =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("parley.duckdb"));
        var statement = duckDb.createStatement()) {
      for (Table table : Table.values()) {
        assertThat(statement.execute("SELECT * FROM " + table.tableName())).isTrue();
      }
      var months = statement.executeQuery("SELECT max(month) FROM stance_stats");
      months.next();
      assertThat(months.getString(1)).isEqualTo("all");
    }
  }

  @Test
  void theScriptOfViewsWorksInAMovedWarehouse() throws Exception {
    DuckDb.writeViews(folder.toString());
    String script = Files.readString(folder.resolve("views.sql"));
    assertThat(script).doesNotContain(folder.toString());
    try (var duckDb = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duckDb.createStatement()) {
      // What the working folder is to the command line.
      statement.execute("SET file_search_path = " + Dialect.duckdb.literal(folder.toString()));
      statement.execute(script);
      var aliases = statement.executeQuery("SELECT count(*) FROM entity_aliases");
      aliases.next();
      assertThat(aliases.getInt(1)).isEqualTo(1);
    }
  }

  @Test
  void trinoParsesItsStatements() {
    var parser = new SqlParser();
    for (String statement : Statements.of(Dialect.trino.script("s3://bucket/tables"))) {
      assertThatCode(() -> parser.createStatement(statement))
          .as(statement)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void trinoGetsTypesOfItsOwn() {
    assertThat(Dialect.trino.ddl(Table.STANCE_STATS, "s3://b/stance_stats"))
        .contains("\"top_evidence\" array(row(\"article_id\" varchar, \"sentence_index\" integer,")
        .contains("partitioned_by = ARRAY['month']")
        .endsWith("CALL hive.system.sync_partition_metadata('parley', 'stance_stats', 'FULL');\n");
  }

  @Test
  void statementsForHiveAndAthenaParse(SparkSession spark) throws Exception {
    var parser = spark.sessionState().sqlParser();
    for (String statement : Statements.of(Dialect.hive.script("s3://bucket/tables"))) {
      assertThat(parser.parsePlan(statement)).as(statement).isNotNull();
    }
  }

  @Test
  void hiveHasPartitionColumnsApart() {
    String ddl = Dialect.hive.ddl(Table.STANCE_STATS, "s3://b/stance_stats");
    assertThat(ddl.indexOf("`month` string"))
        .isEqualTo(ddl.lastIndexOf("`month` string"))
        .isGreaterThan(ddl.indexOf("PARTITIONED BY"));
    assertThat(ddl).contains("array<struct<`article_id`:string,`sentence_index`:int,");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyTableIsInEveryScript(Dialect dialect) {
    String script = dialect.script("/tables");
    for (Table table : Table.values()) {
      assertThat(script).contains("/tables/" + table.tableName());
    }
  }
}
