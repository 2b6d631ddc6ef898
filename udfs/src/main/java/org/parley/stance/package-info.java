/** Who is for or against whom and what: frames, composition, issues, posterior. */
package org.parley.stance;
