package org.parley.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A name in a text and what kind of thing bears it.
 *
 * @param begin offset of its first character
 * @param end offset after its last
 * @param type PERSON, ORGANIZATION or LOCATION; a country's name is a LOCATION
 */
public record TypedName(int begin, int end, EntityType type) {
  private static final Set<String> POSSESSIVE = Set.of("'s", "\u2019s", "'", "\u2019");

  /**
   * The names in a span: none for a demonym or "the Ruritanian army", two for "Russia's Foreign
   * Ministry".
   */
  static List<TypedName> of(NameSpan span) {
    if (span.form() != null && span.form().sense(NameForm.Use.DEMONYM) != null) {
      return List.of();
    }
    boolean common = Character.isLowerCase(span.token(span.last() - 1).word().charAt(0));
    if (common && span.form() != null && span.token(span.first()).pos().startsWith("JJ")) {
      return List.of();
    }
    var names = new ArrayList<TypedName>();
    int first = span.first();
    if (span.type() == EntityType.ORGANIZATION && span.form() != null) {
      for (int i = first + 1; i < span.last() - 1; i++) {
        if (POSSESSIVE.contains(span.token(i).word())
            && span.token(i - 1).ner().equals("LOCATION")) {
          names.add(new TypedName(span.begin(), span.token(i - 1).end(), EntityType.LOCATION));
          first = i + 1;
        }
      }
    }
    // "The Daily Planet": the article is part of a name where it has a capital for no other reason.
    boolean article =
        first == span.first()
            && first > 1
            && span.type() == EntityType.ORGANIZATION
            && span.token(first - 1).word().equals("The")
            && Character.isLetter(span.token(first - 2).word().charAt(0));
    if (article) {
      first--;
    }
    var type = span.type() == EntityType.COUNTRY ? EntityType.LOCATION : span.type();
    names.add(new TypedName(span.token(first).begin(), span.end(), type));
    return names;
  }
}
