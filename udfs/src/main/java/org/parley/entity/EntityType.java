package org.parley.entity;

/** What kind of thing an entity is. */
public enum EntityType {
  PERSON("per"),
  ORGANIZATION("org"),
  /** A country with its government: {@code gpe:russia} demands, and is a place too. */
  COUNTRY("gpe"),
  /** A place that does not act: a city, a region, a building. */
  LOCATION("loc"),
  /** Several actors under one name: European leaders, House Republicans. */
  GROUP("grp");

  private final String prefix;

  EntityType(String prefix) {
    this.prefix = prefix;
  }

  /** The name as it stands in the tables: lower case. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The type of a label written by {@link #label()}. */
  public static EntityType of(String label) {
    return valueOf(label.toUpperCase(java.util.Locale.ROOT));
  }

  /** What an entity id of this type begins with, before the colon. */
  public String prefix() {
    return prefix;
  }
}
