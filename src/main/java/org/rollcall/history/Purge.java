package org.rollcall.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.PersonalData;
import org.rollcall.ledger.PurgedRuns;
import org.rollcall.ledger.RecordedRun;
import org.rollcall.ledger.RunState;
import org.rollcall.ledger.Runs;
import org.rollcall.operation.RunAttempts;
import org.rollcall.operation.StateCompaction;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the personal data of old runs out of the ledger; what they came to, and what they did to which account by its number,
 * stays. One that was broken off is finished by the next one.
 */
@Component
public class Purge {

    private final PurgedRuns purged;
    private final PersonalData data;
    private final RunAttempts attempts;
    private final PastSummaries summaries;
    private final Runs runs;
    private final ReportFolders folders;
    private final StateCompaction compaction;
    private final JsonMapper json;

    Purge(
            PurgedRuns purged,
            PersonalData data,
            RunAttempts attempts,
            PastSummaries summaries,
            Runs runs,
            ReportFolders folders,
            StateCompaction compaction,
            JsonMapper json) {
        this.purged = purged;
        this.data = data;
        this.attempts = attempts;
        this.summaries = summaries;
        this.runs = runs;
        this.folders = folders;
        this.compaction = compaction;
        this.json = json;
    }

    /** The runs that ended before some time and are to be purged, the oldest first. */
    public List<RecordedRun> due(Instant before) {
        return purged.due(before);
    }

    /** The runs that began before some time and are left, since they wait for something. */
    public List<RecordedRun> left(Instant before) {
        return purged.waiting(before);
    }

    /** Purges one run. From its beginning on the run cannot be taken back any more. */
    public void purge(RecordedRun past) {
        long run = past.run().id();
        boolean hasSummary = past.summary() != null || past.state() == RunState.DONE;
        purged.begin(run, hasSummary ? summaries.withoutPersonalData(past) : null, file(run));
        data.remove(run);
        attempts.forget(run);
        purged.end(run);
    }

    private @Nullable String file(long run) {
        return runs.file(run)
                .map(details -> {
                    ObjectNode file = json.valueToTree(details);
                    PastSummaries.clean(file);
                    return json.writeValueAsString(file);
                })
                .orElse(null);
    }

    /** Forgets the people whom no run names any more, and sees to it that nothing of what was deleted stays in the file. */
    public void end() {
        data.forgetAppliedRows();
        compaction.whateverItsSize();
    }

    /** The runs that ended before some time and were purged earlier. */
    public List<RecordedRun> purgedEarlier(Instant before) {
        return purged.purged(before);
    }

    /** Whether the reports of a run hold personal data. */
    public boolean isReported(RecordedRun past) {
        return folders.holdPersonalData(past);
    }

    /** Deletes the reports of a run that was purged, all but its summary. */
    public void clearReports(RecordedRun past) {
        folders.clear(past);
    }
}
