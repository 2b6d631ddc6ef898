package org.parley.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.objects.StaticInvoke;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import scala.Option;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A function as SQL sees it. Spark compiles a call of the class's static method {@code call} into
 * its own code, without boxing; it never calls with a null, but answers null itself.
 *
 * @param name its name
 * @param implementation the class with {@code call}
 * @param argumentTypes what the arguments are cast to
 * @param returnType the type of what it returns
 * @param usage what it returns, in a few words
 */
public record SqlFunction(
    String name,
    Class<?> implementation,
    List<DataType> argumentTypes,
    DataType returnType,
    String usage) {
  public SqlFunction {
    argumentTypes = List.copyOf(argumentTypes);
  }

  static SqlFunction ofCounts(
      String name, Class<?> implementation, DataType returnType, String usage) {
    var count = DataTypes.LongType;
    return new SqlFunction(
        name, implementation, List.of(count, count, count, count), returnType, usage);
  }

  /** What {@code SparkSessionExtensions.injectFunction} takes. */
  Tuple3<FunctionIdentifier, ExpressionInfo, scala.Function1<Seq<Expression>, Expression>>
      description() {
    return new Tuple3<>(
        new FunctionIdentifier(name),
        new ExpressionInfo(
            implementation.getName(),
            "",
            name,
            "_FUNC_ - " + usage,
            "",
            "",
            "",
            "",
            "",
            "",
            "scala_udf"),
        this::expression);
  }

  private Expression expression(Seq<Expression> arguments) {
    if (arguments.size() != argumentTypes.size()) {
      throw new IllegalArgumentException(
          "%s takes %d arguments (%s), not %d"
              .formatted(name, argumentTypes.size(), signature(), arguments.size()));
    }
    List<AbstractDataType> types = new ArrayList<>(argumentTypes);
    return new StaticInvoke(
        implementation,
        returnType,
        "call",
        arguments,
        CollectionConverters.asScala(types).toList(),
        true,
        true,
        true,
        Option.empty());
  }

  private String signature() {
    return String.join(", ", argumentTypes.stream().map(DataType::simpleString).toList());
  }
}
