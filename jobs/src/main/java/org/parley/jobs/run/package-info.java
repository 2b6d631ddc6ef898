/** All stages in one application. */
package org.parley.jobs.run;
