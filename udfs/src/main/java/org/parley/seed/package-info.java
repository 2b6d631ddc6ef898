/** The facts that a run starts from. */
package org.parley.seed;
