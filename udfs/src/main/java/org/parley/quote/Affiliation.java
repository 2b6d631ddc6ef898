package org.parley.quote;

/**
 * Where a source without a name belongs: "a senior U.S. official" is an official of the United
 * States.
 *
 * @param nationId the entity of the country, or null
 * @param organizationId the entity of the organisation, or null
 * @param role what the source is, one word in lower case: {@code official}; null where the words
 *     say only that somebody spoke
 */
public record Affiliation(String nationId, String organizationId, String role) {
  /** That of a source with a name, or of none. */
  public static final Affiliation NONE = new Affiliation(null, null, null);
}
