/** What the commands have in common: options of the session, progress. */
package org.parley.jobs.cli;
