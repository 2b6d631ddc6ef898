/** The tables for other tools: graphs and CSV. */
package org.parley.jobs.export;
