package org.parley.entity;

import java.util.Locale;
import java.util.Optional;

/** The names of ministries: what they are for, and the entity that one of a country is. */
final class Ministries {
  private final Gazetteer gazetteer;

  Ministries(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Whether a name is a ministry's without a country: it is no name across texts. */
  static boolean isBare(String name) {
    return domain(name).filter(domain -> !domain.contains(" of ")).isPresent();
  }

  /** What a ministry is for, in small letters: "foreign" of "Ministry of Foreign Affairs". */
  static Optional<String> domain(String name) {
    var plain =
        name.toLowerCase(Locale.ROOT).replace("defence", "defense").replaceFirst("^the ", "");
    if (plain.startsWith("ministry of ")) {
      plain = plain.substring("ministry of ".length());
    } else if (plain.endsWith(" ministry")) {
      plain = plain.substring(0, plain.length() - " ministry".length());
    } else if (plain.contains(" ministry of ")) {
      // "Culture Ministry of Finland"
      plain = plain.replaceFirst(" ministry of ", " of ");
    } else {
      return Optional.empty();
    }
    return Optional.of(plain.replaceFirst("\\b(the )?foreign affairs\\b", "foreign"));
  }

  /** A domain without its country: "culture" of "culture of finland". */
  static String head(String domain) {
    int of = domain.lastIndexOf(" of ");
    return of < 0 ? domain : domain.substring(0, of);
  }

  /** The ministry of a country: the seeds' one, otherwise "Culture Ministry of Finland". */
  Entity entity(String domain, String country) {
    var title = new StringBuilder();
    for (var word : domain.split(" ", -1)) {
      boolean small = word.length() < 4;
      title.append(small ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
      title.append(' ');
    }
    var name = title + "Ministry";
    for (var adjective : gazetteer.adjectivesOf(country)) {
      var known = gazetteer.named(adjective + " " + name);
      if (known.isPresent() && known.get().type() == EntityType.ORGANIZATION) {
        return known.get();
      }
    }
    var slug = Slug.of(name) + "_of_" + country.substring(country.indexOf(':') + 1);
    var of = gazetteer.entity(country).orElseThrow().name();
    return new Entity("org:" + slug, name + " of " + of, EntityType.ORGANIZATION, null);
  }
}
