/** The tables: their schemas, one JSON resource each, and the warehouse that holds them. */
package org.parley.jobs.table;
