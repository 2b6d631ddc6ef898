package org.parley.sql;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.parley.seed.Seeds;
import org.parley.text.SectionedText;
import org.parley.text.TextCleaner;

/**
 * {@code parley_sections(text)}: the paragraphs of a news text, each with the part that it plays
 * (headline, lede, body, caption, byline, boilerplate).
 */
public final class Sections {
  public static final String NAME = "parley_sections";
  public static final DataType RETURN_TYPE =
      DataTypes.createArrayType(
          new StructType().add("section", DataTypes.StringType).add("text", DataTypes.StringType));

  static final SqlFunction FUNCTION =
      new SqlFunction(
          NAME,
          Sections.class,
          List.of(DataTypes.StringType),
          RETURN_TYPE,
          "paragraphs of a news text with their sections");

  private Sections() {}

  /** What Spark calls. */
  public static ArrayData call(UTF8String text) {
    var sectioned = doCall(text.toString());
    return new GenericArrayData(
        sectioned.paragraphs().stream()
            .map(
                paragraph ->
                    new GenericInternalRow(
                        new Object[] {
                          UTF8String.fromString(paragraph.section().label()),
                          UTF8String.fromString(
                              sectioned.text().substring(paragraph.begin(), paragraph.end()))
                        }))
            .toArray());
  }

  static SectionedText doCall(String text) {
    return Bundled.CLEANER.clean(null, text);
  }

  private static final class Bundled {
    static final TextCleaner CLEANER = TextCleaner.of(Seeds.bundled());
  }
}
