/**
 * Running jobs: where things lie, the settings, the lock on the job state, the site to talk to, and how a job is started,
 * taken up again after a crash, and stopped.
 *
 * <p>Nothing here knows what a particular job does. The job state lies in an H2 file below {@code var/}; one process at a
 * time holds its lock. Spring Batch's own answers to crashes and stops are not used where they lose rows: see
 * {@link org.rollcall.operation.JobRunner}.
 */
@NullMarked
package org.rollcall.operation;

import org.jspecify.annotations.NullMarked;
