package org.parley.sql;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.parley.entity.Entity;
import org.parley.entity.Gazetteer;
import org.parley.seed.Seeds;

/**
 * {@code parley_canonical_name(alias)}: the name to show of the entity that a written form stands
 * for in the bundled seeds, or null where they do not know it.
 */
public final class CanonicalName {
  public static final String NAME = "parley_canonical_name";
  public static final DataType RETURN_TYPE = DataTypes.StringType;

  static final SqlFunction FUNCTION =
      new SqlFunction(
          NAME,
          CanonicalName.class,
          List.of(DataTypes.StringType),
          RETURN_TYPE,
          "name of the entity that a form stands for, by the bundled seeds");

  private CanonicalName() {}

  /** What Spark calls. */
  public static UTF8String call(UTF8String alias) {
    return doCall(alias.toString()).map(UTF8String::fromString).orElse(null);
  }

  static Optional<String> doCall(String alias) {
    return Bundled.GAZETTEER.named(alias).map(Entity::name);
  }

  private static final class Bundled {
    static final Gazetteer GAZETTEER = Gazetteer.of(Seeds.bundled());
  }
}
