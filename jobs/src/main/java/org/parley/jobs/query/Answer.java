package org.parley.jobs.query;

import java.util.List;

/**
 * The answer to a query.
 *
 * @param columns names of the columns
 * @param rows the rows, each with a value for every column: null, String, Boolean, a Number, a date
 *     or time, or a List or Map of such
 */
record Answer(List<String> columns, List<List<Object>> rows) {}
