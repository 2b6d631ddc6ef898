/** CoreNLP over every distinct text: the one expensive stage. */
package org.parley.jobs.annotate;
