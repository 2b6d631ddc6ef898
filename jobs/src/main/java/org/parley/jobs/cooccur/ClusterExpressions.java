package org.parley.jobs.cooccur;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.StaticInvoke;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * {@link ClusterCounts} as columns of a dataset with one row a cluster. Spark compiles their calls
 * into its own code, so counting does not turn each pair into objects of the user's side and back.
 */
public final class ClusterExpressions {
  /** An article of a cluster. Sorting an array of it puts the representative first. */
  static final DataType MEMBERS =
      DataTypes.createArrayType(
          new StructType()
              .add("is_copy", DataTypes.BooleanType)
              .add("article_id", DataTypes.StringType)
              .add("month_code", DataTypes.IntegerType)
              .add("day", DataTypes.DateType)
              .add("outlet", DataTypes.IntegerType)
              .add("text_id", DataTypes.StringType)
              .add("mentions", DataTypes.createArrayType(DataTypes.LongType)));

  private static final int MEMBER_FIELDS = 7;

  private static final DataType COUNTS =
      DataTypes.createArrayType(
          new StructType()
              .add("key", DataTypes.LongType)
              .add("month_code", DataTypes.IntegerType)
              .add("outlet", DataTypes.IntegerType)
              .add("windows", DataTypes.IntegerType)
              .add("articles", DataTypes.IntegerType)
              .add("texts", DataTypes.IntegerType)
              .add("clusters", DataTypes.IntegerType)
              .add("day", DataTypes.DateType),
          false);

  private static final DataType SIZES =
      DataTypes.createArrayType(
          new StructType()
              .add("voice", DataTypes.IntegerType)
              .add("month_code", DataTypes.IntegerType)
              .add("size", DataTypes.IntegerType),
          false);

  private ClusterExpressions() {}

  /** An array of what each pair of the cluster adds to its counts. */
  static Column pairs(WindowKind kind, int mostEntities) {
    return invoke("pairs", COUNTS, kind, mostEntities);
  }

  /** An array of what each entity of the cluster adds to its counts. */
  static Column entities(WindowKind kind) {
    return invoke("entities", COUNTS, kind, Integer.MAX_VALUE);
  }

  /** An array of the sizes of the cluster's windows. */
  static Column sizes(WindowKind kind) {
    return invoke("sizes", SIZES, kind, Integer.MAX_VALUE);
  }

  private static Column invoke(String method, DataType type, WindowKind kind, int mostEntities) {
    List<Expression> arguments =
        List.of(
            ExpressionUtils.expression(col("members")),
            Literal.create(kind.label(), DataTypes.StringType),
            Literal.create(mostEntities, DataTypes.IntegerType));
    return ExpressionUtils.column(
        new StaticInvoke(
            ClusterExpressions.class,
            type,
            method,
            CollectionConverters.asScala(arguments).toList(),
            CollectionConverters.asScala(
                    List.<org.apache.spark.sql.types.AbstractDataType>of(
                        MEMBERS, DataTypes.StringType, DataTypes.IntegerType))
                .toList(),
            true,
            false,
            true,
            Option.empty()));
  }

  /** What Spark calls for {@link #pairs(WindowKind, int)}. */
  public static ArrayData pairs(ArrayData members, UTF8String kind, int mostEntities) {
    var rows = new ArrayList<InternalRow>();
    new ClusterCounts(WindowKind.of(kind.toString()), mostEntities)
        .pairs(members(members), count -> rows.add(row(count)));
    return new GenericArrayData(rows.toArray());
  }

  /** What Spark calls for {@link #entities(WindowKind)}. */
  public static ArrayData entities(ArrayData members, UTF8String kind, int mostEntities) {
    var rows = new ArrayList<InternalRow>();
    new ClusterCounts(WindowKind.of(kind.toString()), mostEntities)
        .entities(members(members), count -> rows.add(row(count)));
    return new GenericArrayData(rows.toArray());
  }

  /** What Spark calls for {@link #sizes(WindowKind)}. */
  public static ArrayData sizes(ArrayData members, UTF8String kind, int mostEntities) {
    var rows = new ArrayList<InternalRow>();
    new ClusterCounts(WindowKind.of(kind.toString()), mostEntities)
        .sizes(
            members(members),
            (voice, month, size) ->
                rows.add(new GenericInternalRow(new Object[] {voice, month, size})));
    return new GenericArrayData(rows.toArray());
  }

  private static InternalRow row(ClusterCount count) {
    return new GenericInternalRow(
        new Object[] {
          count.key(),
          count.month(),
          count.outlet(),
          count.windows(),
          count.articles(),
          count.texts(),
          count.clusters(),
          count.day()
        });
  }

  private static List<ClusterMember> members(ArrayData array) {
    var members = new ArrayList<ClusterMember>(array.numElements());
    var texts = new HashMap<String, Integer>();
    for (int i = 0; i < array.numElements(); i++) {
      var row = array.getStruct(i, MEMBER_FIELDS);
      members.add(
          new ClusterMember(
              row.getInt(2),
              row.isNullAt(3) ? null : row.getInt(3),
              row.getInt(4),
              texts.computeIfAbsent(row.getUTF8String(5).toString(), text -> texts.size()),
              !row.getBoolean(0),
              row.getArray(6).toLongArray()));
    }
    return members;
  }
}
