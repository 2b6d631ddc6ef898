/** Who is meant: gazetteer, roles, metonymy, resolution inside a document. */
package org.parley.entity;
