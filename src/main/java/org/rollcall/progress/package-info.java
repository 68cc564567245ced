/**
 * Who got how far: a job of its own, which only reads.
 *
 * <pre>
 * readPeople -> readAccounts -> readCoursesOfPeople -> readEnrolments -> readGrades -> readOutlines -> readCompletion
 *            -> writeProgress
 * </pre>
 *
 * <p>Calls are what a report costs, so what Moodle tells of a whole course is asked of the whole course: who is enrolled,
 * and all grades. Only completion is told of one person at a time. There {@link org.rollcall.progress.ReadCompletion} asks
 * for nothing that cannot be other than what is known already. Each answer lies in the ledger as soon as its chunk is
 * committed; the later steps find what is left by state.
 *
 * <p>What the token's service lacks ({@link org.rollcall.progress.Offer}) is left out, or asked of a program partner's
 * function in its place, and becomes a note at the top of the report.
 */
@NullMarked
package org.rollcall.progress;

import org.jspecify.annotations.NullMarked;
