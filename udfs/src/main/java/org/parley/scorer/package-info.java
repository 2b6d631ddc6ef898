/** The learned stance scorer: a small encoder with an adapter, and what it makes of evidence. */
package org.parley.scorer;
