package org.parley.jobs.resolve;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * An entity of an article, as Spark keeps it: to read a few columns so costs a fraction of what it
 * takes to plan and compile a query. Texts sort as Spark sorts them.
 *
 * @param open whether nothing but the article knows it
 */
record ArticleEntity(
    UTF8String id,
    UTF8String name,
    UTF8String type,
    UTF8String wikidataId,
    UTF8String rollUp,
    boolean open) {
  private static final int COLUMNS = ArticleResolver.ENTITY.size();

  /** The cells of the column entities of {@link ArticleResolver#TYPE}. */
  static List<ArticleEntity> of(ArrayData cells) {
    var entities = new ArrayList<ArticleEntity>(cells.numElements());
    for (int i = 0; i < cells.numElements(); i++) {
      InternalRow cell = cells.getStruct(i, COLUMNS);
      entities.add(
          new ArticleEntity(
              text(cell, 0),
              text(cell, 1),
              text(cell, 2),
              text(cell, 3),
              text(cell, 4),
              cell.getBoolean(5)));
    }
    return entities;
  }

  /** A text of a row, which outlives the row; null where there is none. */
  static UTF8String text(InternalRow row, int column) {
    return row.isNullAt(column) ? null : row.getUTF8String(column).clone();
  }
}
