/**
 * Texts before any linguistics: cleaning, sections, main text of pages, language, near-duplicate
 * signatures.
 */
package org.parley.text;
