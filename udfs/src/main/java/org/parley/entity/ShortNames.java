package org.parley.entity;

import java.util.HashMap;
import java.util.List;

/**
 * Persons of whom a text gives no more than a last or first name, and ministries of no country: two
 * texts' Smiths are not one, so each keeps to its own story.
 */
public final class ShortNames {
  private static final int DIGITS = 8;

  private final Gazetteer gazetteer;

  public ShortNames(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * The resolution with the story in the ids of such entities.
   *
   * @param story what tells the text's story from all others: copies of a text share it
   */
  public Resolution apart(Resolution resolution, String story) {
    var renamed = new HashMap<String, Entity>();
    var entities = new HashMap<String, Entity>();
    for (var entity : resolution.entities().values()) {
      var apart = isShort(entity) ? of(entity, story) : entity;
      renamed.put(entity.id(), apart);
      entities.put(apart.id(), apart);
    }
    List<Mention> mentions =
        resolution.mentions().stream()
            .map(
                m ->
                    new Mention(
                        m.sentence(),
                        m.begin(),
                        m.end(),
                        m.text(),
                        m.kind(),
                        renamed.get(m.entityId()).id(),
                        m.rule(),
                        m.confidence()))
            .toList();
    return new Resolution(mentions, entities);
  }

  private boolean isShort(Entity entity) {
    boolean alone =
        switch (entity.type()) {
          case PERSON -> entity.name().indexOf(' ') < 0;
          case ORGANIZATION -> Ministries.isBare(entity.name());
          case COUNTRY, LOCATION, GROUP -> false;
        };
    return alone && gazetteer.entity(entity.id()).isEmpty();
  }

  private static Entity of(Entity entity, String story) {
    var slug = Slug.of(story);
    var id = entity.id() + "_" + slug.substring(0, Math.min(DIGITS, slug.length()));
    return new Entity(id, entity.name(), entity.type(), null);
  }
}
