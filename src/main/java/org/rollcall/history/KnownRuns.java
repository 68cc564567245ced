package org.rollcall.history;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.RecordedRun;
import org.rollcall.ledger.RunHistory;
import org.rollcall.operation.SettingsException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The runs that the ledger knows. */
@Component
public class KnownRuns {

    /** Stands for the name of the newest run. */
    public static final String LAST = "last";

    private static final int NAMED = 5;

    private final RunHistory history;
    private final JsonMapper json;

    KnownRuns(RunHistory history, JsonMapper json) {
        this.history = history;
        this.json = json;
    }

    /**
     * The newest runs, the last one first.
     *
     * @param roster of rosters of this file name alone; null for any
     * @param site for this site alone; null for any
     * @param most how many at most
     */
    public List<ListedRun> newest(@Nullable String roster, @Nullable String site, int most) {
        return history.newest(roster, site, most).stream().map(this::listed).toList();
    }

    /**
     * The run of this name, or the newest one where that is {@link #LAST}.
     *
     * @throws SettingsException when there is none
     */
    public RecordedRun named(String name) {
        return (name.equals(LAST) ? history.newest(null, null, 1).stream().findFirst() : history.find(name))
                .orElseThrow(() -> unknown(name));
    }

    private SettingsException unknown(String name) {
        List<RecordedRun> newest = history.newest(null, null, NAMED);
        return newest.isEmpty()
                ? none(name)
                : new SettingsException("There is no run %s; the newest are %s."
                        .formatted(name, newest.stream().map(RecordedRun::name).collect(Collectors.joining(", "))));
    }

    /** The answer to who asks for a run where there is none at all. */
    public static SettingsException none(String name) {
        return new SettingsException(
                (name.equals(LAST) ? "" : "There is no run %s. ".formatted(name)) + "There are no runs yet.");
    }

    /** A run with what a list tells of it. */
    public ListedRun listed(RecordedRun past) {
        boolean asItEnded = past.summary() != null && !past.isInterrupted();
        JsonNode summary = json.readTree(asItEnded ? past.summary() : "{}");
        if (past.isUndo()) {
            return new ListedRun(past, number(summary, "/items"), sum(summary, "/kept", "/refused"), seconds(summary));
        }
        if (past.isProgress()) {
            return new ListedRun(past, number(summary, "/people/total"), null, seconds(summary));
        }
        Long rows = past.isInterrupted() ? Long.valueOf(history.rows(past.run().id())) : number(summary, "/rows/read");
        return new ListedRun(past, rows, sum(summary, "/rows/rejected", "/snapshot/failed"), seconds(summary));
    }

    private static @Nullable Long number(JsonNode summary, String place) {
        JsonNode found = summary.at(place);
        return found.isNumber() ? found.asLong() : null;
    }

    private static @Nullable Long sum(JsonNode summary, String place, String orNothing) {
        Long number = number(summary, place);
        return number == null ? null : number + summary.at(orNothing).asLong(0);
    }

    private static @Nullable Double seconds(JsonNode summary) {
        JsonNode found = summary.at("/seconds");
        return found.isNumber() ? found.asDouble() : null;
    }
}
