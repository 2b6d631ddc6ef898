package org.parley.sql;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.parley.ArticleAnalyzer;
import org.parley.quote.Quotation;
import org.parley.seed.Seeds;
import org.parley.text.TextCleaner;

/**
 * {@code parley_quotations(text)}: who said what in a news text, by the bundled seeds. The first
 * call of a JVM loads CoreNLP's models, and each call annotates its text: for a corpus, query the
 * table quotes.
 */
public final class Quotations {
  public static final String NAME = "parley_quotations";
  public static final DataType RETURN_TYPE =
      DataTypes.createArrayType(
          new StructType()
              .add("kind", DataTypes.StringType)
              .add("text", DataTypes.StringType)
              .add("cue", DataTypes.StringType)
              .add("speaker_text", DataTypes.StringType)
              .add("speaker_id", DataTypes.StringType)
              .add("speaker_class", DataTypes.StringType)
              .add("confidence", DataTypes.DoubleType));

  static final SqlFunction FUNCTION =
      new SqlFunction(
          NAME,
          Quotations.class,
          List.of(DataTypes.StringType),
          RETURN_TYPE,
          "quotations of a news text with their speakers");

  private Quotations() {}

  /** What Spark calls. */
  public static ArrayData call(UTF8String text) {
    return new GenericArrayData(doCall(text.toString()).stream().map(Quotations::row).toArray());
  }

  static List<Quotation> doCall(String text) {
    var sectioned = Bundled.CLEANER.clean(null, text);
    return Bundled.ANALYZER.analyze(sectioned, null).quotations();
  }

  private static GenericInternalRow row(Quotation quotation) {
    return new GenericInternalRow(
        new Object[] {
          UTF8String.fromString(quotation.kind().label()),
          UTF8String.fromString(quotation.text()),
          UTF8String.fromString(quotation.cue()),
          UTF8String.fromString(quotation.speakerText()),
          UTF8String.fromString(quotation.speakerId()),
          UTF8String.fromString(quotation.speakerClass().label()),
          quotation.confidence()
        });
  }

  private static final class Bundled {
    static final TextCleaner CLEANER = TextCleaner.of(Seeds.bundled());
    static final ArticleAnalyzer ANALYZER = ArticleAnalyzer.of(Seeds.bundled());
  }
}
