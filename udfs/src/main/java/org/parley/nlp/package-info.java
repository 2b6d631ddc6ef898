/**
 * The CoreNLP pipeline, one per JVM, and what it leaves behind: {@link
 * org.parley.nlp.AnnotatedText}.
 */
package org.parley.nlp;
