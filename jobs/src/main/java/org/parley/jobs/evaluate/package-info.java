/** Accuracy, measured: one class a task. */
package org.parley.jobs.evaluate;
