/**
 * The main job: a roster in, a provisioned site and a reject report out.
 *
 * <pre>
 * stageRoster -> findRepeated -> recognizeUnchanged -> matchUsers -> findSharedAccounts -> matchMemberships
 *             -> matchGroupsOfParticipants -> findLeavers
 *             -> makePlan -> createCohorts -> createUsers -> updateUsers -> addCohortMembers -> enrolUsers -> removeLeavers
 *             -> suspendUsers -> deleteUsers -> settleRepeated -> matchGroups -> addGroupMembers -> writeReports
 * </pre>
 *
 * <p>{@link org.rollcall.provision.ProvisionJobConfiguration} reads from top to bottom as the job does; each step has a
 * class of its name. After staging, every step reads the ledger by row state, so a step that was interrupted finds by
 * itself what is left to do. Steps that write to the site mark a batch as being sent, in a transaction of their own,
 * before the call; its answer is committed together with the chunk.
 *
 * <p>The steps live in rooms, by what they are about, both those that look and those that write: {@code staging} brings the
 * file into the ledger, {@code account} has people's accounts, {@code membership} cohorts and courses, {@code group} the
 * groups of courses, {@code leaver} those who are no longer in the roster. All but the first send through {@code sending},
 * the lowest room. Each room brings its steps to the job ({@code AccountSteps}); what they read of the ledger, and in which
 * ranges, is written here, in {@code LedgerReaders} and {@code LedgerRanges}, side by side for all of them.
 *
 * <p>Here, above the rooms, is what is about a run as a whole: how one is begun, planned and applied, the gate
 * ({@code MakePlan}) and the reports. Up to makePlan nothing is written to the site. A run that is to end with its plan
 * stops there, and goes on from there when the plan is applied.
 */
@NullMarked
package org.rollcall.provision;

import org.jspecify.annotations.NullMarked;
