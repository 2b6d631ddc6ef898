package org.parley.entity;

/**
 * Somebody or something that mentions stand for.
 *
 * @param id the stable id, e.g. {@code per:donald_trump}, {@code gpe:russia}, {@code org:nato}
 * @param name the name to show
 * @param type what it is
 * @param wikidataId its id in Wikidata, e.g. {@code Q22686}, or null
 */
public record Entity(String id, String name, EntityType type, String wikidataId) {}
