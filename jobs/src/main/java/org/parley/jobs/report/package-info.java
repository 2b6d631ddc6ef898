/** One page for people who look before they query. */
package org.parley.jobs.report;
