/**
 * Memberships: the cohorts and courses that rows ask for.
 *
 * <p>{@code MatchMemberships} finds them on the site and sees who is in them already, so that nothing is sent that is
 * there. A cohort or course is read whole, by ids, once ({@code ReadMembers}). {@code CompareEnrolment} judges an enrolment
 * that is there otherwise than its row wants it: Moodle tells neither its dates nor whether it is suspended, so for those
 * there is only what Rollcall set last. {@code RecognizeUnchanged} runs before anybody's account is asked for, and stands
 * here since people are recognized by their memberships.
 *
 * <p>After the plan, {@code CreateCohorts}, {@code AddCohortMembers} and {@code EnrolUsers} write. What becomes of a
 * membership is recorded in one place, {@code MembershipVerdicts}, and why one cannot be made is said in one,
 * {@code MembershipProblems}.
 */
@NullMarked
package org.rollcall.provision.membership;

import org.jspecify.annotations.NullMarked;
