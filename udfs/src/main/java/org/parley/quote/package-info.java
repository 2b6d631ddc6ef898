/** Quotations and their speakers. */
package org.parley.quote;
