/** Statistics of counts, as pure functions. */
package org.parley.stats;
