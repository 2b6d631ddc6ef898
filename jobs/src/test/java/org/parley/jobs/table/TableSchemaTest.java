package org.parley.jobs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableSchemaTest {
  @ParameterizedTest
  @EnumSource(Table.class)
  void everyColumnIsDescribedWithAnExample(Table table) {
    assertThat(table.schema().columns())
        .isNotEmpty()
        .allSatisfy(
            column -> {
              assertThat(column.name()).matches("[a-z][a-z0-9_]*");
              assertThat(column.description()).endsWith(".");
              assertThat(column.example()).isNotBlank();
            });
  }

  @ParameterizedTest
  @EnumSource(Table.class)
  void partitionColumnsAreTheLast(Table table) {
    var names = table.schema().columns().stream().map(TableSchema.Column::name).toList();
    var partitions = table.schema().partitionBy();

    assertThat(names.subList(names.size() - partitions.size(), names.size())).isEqualTo(partitions);
  }

  @ParameterizedTest
  @EnumSource(Table.class)
  void theResourceBearsTheNameOfItsTable(Table table) {
    assertThat(table.schema().name()).isEqualTo(table.tableName());
    assertThat(table.schema().structType().fieldNames()).hasSize(table.schema().columns().size());
  }

  @Test
  void anUnknownTableNamesThoseThatThereAre() {
    assertThatThrownBy(() -> Table.of("mention"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("there is no table mention; the tables are articles, rejects");
  }
}
