package org.rollcall.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Approval;
import org.rollcall.ledger.Hold;
import org.rollcall.ledger.ProblemCount;
import org.rollcall.ledger.Verified;
import org.rollcall.roster.file.FileDetails;

/**
 * What a run came to; also the shape of {@code summary.json}.
 *
 * @param run the run's name
 * @param roster the roster's file name
 * @param file what was found out about the roster's file; null for a run that an earlier version began
 * @param state how it ended, or stands
 * @param reason why it was interrupted, in a sentence; null where it was not, or where that is not known
 * @param seconds how long the last attempt took
 * @param problems errors and warnings by code, the most frequent first
 * @param verified how rows were looked at that say what was last carried out; null as long as they were not
 * @param snapshot who left, where the roster is a snapshot; null for any other
 */
public record RunSummary(
        String run,
        String roster,
        String rosterSha256,
        @Nullable FileDetails file,
        String site,
        String mode,
        Instant startedAt,
        Instant endedAt,
        State state,
        @Nullable String reason,
        double seconds,
        Rows rows,
        Users users,
        Cohorts cohorts,
        Enrolments enrolments,
        Groups groups,
        Calls calls,
        List<ProblemCount> problems,
        @Nullable Verified verified,
        @Nullable Snapshot snapshot) {

    /** How a run ended, or stands. */
    public enum State {
        /** It came to its end. */
        DONE,
        /** It ended with its plan, and nothing was written to the site. */
        PLANNED,
        /** It ended with its plan, which passed a threshold. */
        HELD,
        /** It stopped on its way; the same command goes on. */
        INTERRUPTED
    }

    /** Whether something could not be done: a row, or a leaver who is still there. */
    public boolean hasRejects() {
        return rows.rejected() > 0 || (snapshot != null && snapshot.failed() > 0);
    }

    /**
     * Rows of the roster.
     *
     * @param read all below the header that are not blank
     * @param done those that wholly agree with the site now
     * @param rejected those that come back, {@code partly} included
     * @param partly those whose account is there, but not every membership, or not every change of it
     * @param unchanged those of the done ones with which the site agreed already, so that nothing was sent for them
     * @param open those for which something is still to be done
     */
    public record Rows(long read, long done, long rejected, long partly, long unchanged, long open) {}

    /**
     * Accounts.
     *
     * @param created by this run
     * @param existing those that were there before
     * @param updated those of which details changed
     * @param renamed those that got another username
     * @param suspended those barred from logging in, new ones included
     * @param reactivated those let in again
     * @param deleted those that are gone now
     */
    public record Users(
            long created, long existing, long updated, long renamed, long suspended, long reactivated, long deleted) {}

    /** Cohorts created, and members: added by this run, there before, or not possible. */
    public record Cohorts(long created, long membersAdded, long membersAlready, long membersFailed) {}

    /** Enrolments: made by this run, there before otherwise and changed, there before, or not possible. */
    public record Enrolments(long made, long changed, long already, long failed) {}

    /** Groups of courses created, and members: added by this run, there before, or not possible. */
    public record Groups(long created, long membersAdded, long membersAlready, long membersFailed) {}

    /**
     * People who left the cohorts and courses of a snapshot.
     *
     * @param removed those taken out
     * @param suspended those whose enrolment or account was suspended
     * @param reported those with whom nothing was to be done
     * @param failed those whom the site did not let go
     * @param held the thresholds that the plan passed
     * @param approval who let it through all the same, or null
     */
    public record Snapshot(
            long removed,
            long suspended,
            long reported,
            long failed,
            List<Hold> held,
            @Nullable Approval approval) {}

    /** Web-service calls sent, over all attempts, repeated ones included. */
    public record Calls(long total, Map<String, Long> byFunction) {}
}
