package org.parley.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Countries that share their name with a part of another country, "Georgia (U.S. state)": the part
 * is meant where a text names other places of that country, and nothing of the first one.
 */
final class SharedNames {
  /** So many other places of the larger country tell that the text is about its parts. */
  private static final int PLACES = 2;

  private static final double CONFIDENCE = 0.85;

  private final Gazetteer gazetteer;

  /** By a country's id: the place of its name. */
  private final Map<String, Entity> places = new HashMap<>();

  SharedNames(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    for (var row : gazetteer.seeds().csv("entities/places.csv")) {
      var name = row.get("name");
      int bracket = name.indexOf(" (");
      var form = bracket < 0 ? null : gazetteer.names().exact(name.substring(0, bracket));
      if (form != null && form.senses().get(0).entityId().startsWith("gpe:")) {
        gazetteer
            .entity(row.get("id"))
            .ifPresent(place -> places.put(form.senses().get(0).entityId(), place));
      }
    }
  }

  /** The names of a text with such places in the stead of countries. */
  List<Referent> resolve(List<Referent> names) {
    if (names.stream().noneMatch(name -> places.containsKey(name.entity().id()))) {
      return names;
    }
    return names.stream()
        .map(name -> isPlace(name, names) ? place(name) : name)
        .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
  }

  private boolean isPlace(Referent name, List<Referent> names) {
    var id = name.entity().id();
    var place = places.get(id);
    if (place == null || name.kind() != Mention.Kind.NAME) {
      return false;
    }
    var larger = gazetteer.countryOf(place.id()).orElse("");
    var around = new HashSet<String>();
    for (var other : names) {
      var entity = other.entity();
      var country = gazetteer.countryOf(entity.id()).orElse("");
      boolean own = !entity.id().equals(id) && country.equals(id);
      if (own || (entity.id().equals(id) && other.kind() == Mention.Kind.DEMONYM)) {
        return false;
      }
      if (entity.type() == EntityType.LOCATION && country.equals(larger)) {
        around.add(entity.id());
      }
    }
    return around.size() >= PLACES;
  }

  private Referent place(Referent name) {
    return new Referent(
        name.sentence(),
        name.first(),
        name.last(),
        name.kind(),
        places.get(name.entity().id()),
        "shared-name",
        CONFIDENCE);
  }
}
