/** Who stands where: evidence article by article, and what it says of each holder and target. */
package org.parley.jobs.stance;
