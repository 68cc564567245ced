package org.rollcall.history;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.RecordedRun;
import org.rollcall.ledger.Run;
import org.rollcall.operation.RunAttempts;
import org.rollcall.operation.RunAttempts.Past;
import org.rollcall.report.RunSummaries;
import org.rollcall.report.RunSummary;
import org.rollcall.report.UndoSummaries;
import org.rollcall.report.UndoSummary;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What runs of the past came to: as the ledger kept it, or as it stands now where they have not come to their end. */
@Component
public class PastSummaries {

    private final RunSummaries summaries;
    private final UndoSummaries undoSummaries;
    private final RunAttempts attempts;
    private final JsonMapper json;

    PastSummaries(RunSummaries summaries, UndoSummaries undoSummaries, RunAttempts attempts, JsonMapper json) {
        this.summaries = summaries;
        this.undoSummaries = undoSummaries;
        this.attempts = attempts;
        this.json = json;
    }

    /** What a run came to that takes no other one back. */
    public RunSummary of(RecordedRun past) {
        String kept = kept(past);
        if (kept != null) {
            return read(kept, RunSummary.class);
        }
        Past times = times(past);
        return summaries.of(past.run(), times.began(), times.lastSeen());
    }

    /** What a run came to that takes another one back. */
    public UndoSummary ofUndo(RecordedRun past) {
        String kept = kept(past);
        if (kept != null) {
            return read(kept, UndoSummary.class);
        }
        Past times = times(past);
        return undoSummaries.of(past.run(), times.began(), times.lastSeen());
    }

    /** What a run came to, in the shape of its {@code summary.json}. */
    public String text(RecordedRun past) {
        String kept = kept(past);
        return kept != null
                ? kept
                : json.writerWithDefaultPrettyPrinter().writeValueAsString(past.isUndo() ? ofUndo(past) : of(past));
    }

    /** The same without what may tell of people: notes quote the file, and an approval names somebody, and why. */
    public String withoutPersonalData(RecordedRun past) {
        JsonNode summary = json.readTree(text(past));
        if (summary.get("file") instanceof ObjectNode file) {
            clean(file);
        }
        if (summary.at("/snapshot/approval") instanceof ObjectNode approval) {
            approval.put("by", "");
            approval.put("reason", "");
        }
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(summary);
    }

    /** Takes out of what is known of a file what may tell of people. */
    static void clean(ObjectNode file) {
        file.putArray("notes");
        file.putNull("sheet");
    }

    /** While a run is interrupted, what was kept of it is the plan that it goes by. */
    private static @Nullable String kept(RecordedRun past) {
        return past.isInterrupted() ? null : past.summary();
    }

    private Past times(RecordedRun past) {
        Run run = past.run();
        Instant ended = past.endedAt();
        return ended != null
                ? new Past(run.startedAt(), ended)
                : attempts.last(run.id()).orElseGet(() -> new Past(run.startedAt(), run.startedAt()));
    }

    /** An earlier version may have kept less. */
    private <T> T read(String kept, Class<T> type) {
        return Objects.requireNonNull(json.readerFor(type)
                .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .readValue(kept));
    }
}
