/**
 * The SQL functions: one class each, listed in {@link org.parley.sql.ParleyFunctions}, which Spark
 * registers by itself in every session that has this library on its class path.
 */
package org.parley.sql;
