package org.parley.jobs.ingest;

import java.io.Serializable;

/**
 * A file to read.
 *
 * @param uri its whole path with its file system
 * @param length its bytes as it lies there
 */
record InputFile(String uri, long length) implements Serializable {}
