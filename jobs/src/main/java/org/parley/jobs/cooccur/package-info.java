/** Who appears with whom: counts of windows, measures of association, network, bursts. */
package org.parley.jobs.cooccur;
