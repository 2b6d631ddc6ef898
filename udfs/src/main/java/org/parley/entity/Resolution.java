package org.parley.entity;

import java.util.List;
import java.util.Map;

/**
 * Who is meant in one text.
 *
 * @param mentions all mentions outside boilerplate, in order of their beginnings
 * @param entities the entities that they stand for, by id
 */
public record Resolution(List<Mention> mentions, Map<String, Entity> entities) {
  public Resolution {
    mentions = List.copyOf(mentions);
    entities = Map.copyOf(entities);
  }
}
