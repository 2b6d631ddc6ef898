/** One article at a time, without Spark: from its text to mentions, quotations and stances. */
package org.parley;
