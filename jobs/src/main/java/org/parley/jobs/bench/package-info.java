/** Measurements against peers: what scripts/bench runs. */
package org.parley.jobs.bench;
