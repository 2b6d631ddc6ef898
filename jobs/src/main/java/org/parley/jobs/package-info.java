/** The Spark jobs, one package a stage, and the command line that starts them. */
package org.parley.jobs;
