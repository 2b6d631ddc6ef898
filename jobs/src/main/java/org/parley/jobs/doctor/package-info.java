/** What a machine and a warehouse lack. */
package org.parley.jobs.doctor;
