package org.parley.entity;

/**
 * That a text calls somebody by an office: "U.S. President", "Finland's foreign minister".
 *
 * @param phrase the words that say so
 * @param person who
 */
record RoleFact(RolePhrase phrase, Entity person) {}
