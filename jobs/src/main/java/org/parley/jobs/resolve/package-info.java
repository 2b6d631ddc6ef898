/** Who is meant and who speaks: mentions, entities, quotations of every article. */
package org.parley.jobs.resolve;
