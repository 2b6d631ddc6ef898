package org.parley.entity;

/**
 * That a text calls somebody by an office: "U.S. President", "Finland's foreign minister".
 *
 * @param role the office in normal form
 * @param holder the country or organisation, or null where none is named
 * @param person who
 * @param begin offset of the place that says so
 */
record RoleFact(String role, String holder, Entity person, int begin) {}
