/** Reading the tables: SQL and the data dictionary. */
package org.parley.jobs.query;
