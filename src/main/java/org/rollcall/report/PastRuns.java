package org.rollcall.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.RunHistory;
import org.rollcall.ledger.RunHistory.PastRun;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.report.page.Figures;
import org.rollcall.report.page.RunPage;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The last runs of a roster of the same name, as a picture and in numbers. */
@Component
class PastRuns {

    private static final int MOST = 20;
    private static final double HEIGHT = 100;
    private static final double COLUMN = 24;

    private final RunHistory history;
    private final RollcallSettings settings;
    private final JsonMapper json;

    PastRuns(RunHistory history, RollcallSettings settings, JsonMapper json) {
        this.history = history;
        this.settings = settings;
        this.json = json;
    }

    /** The last runs up to this one; null where it is the first. */
    RunPage.@Nullable History upTo(Run run) {
        List<Told> runs = history.upTo(run, MOST).stream().map(this::told).toList();
        if (runs.size() < 2) {
            return null;
        }
        double most = Math.max(1, runs.stream().mapToLong(Told::read).max().orElse(1));
        List<RunPage.Column> columns = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            columns.add(column(runs.get(i), i, HEIGHT / most));
        }
        String title = "Rows in each of the last %d runs of %s".formatted(runs.size(), run.rosterName());
        return new RunPage.History(
                title,
                COLUMN * runs.size(),
                columns,
                runs.stream().map(this::past).toList());
    }

    /** What a summary told; one of an earlier version tells less. */
    private record Told(PastRun run, String state, long read, long done, long unchanged, long rejected) {}

    private Told told(PastRun run) {
        JsonNode summary = read(run.summary());
        JsonNode rows = summary.path("rows");
        return new Told(
                run,
                summary.path("state").asString(run.state().name()),
                rows.path("read").asLong(0),
                rows.path("done").asLong(0),
                rows.path("unchanged").asLong(0),
                rows.path("rejected").asLong(0));
    }

    private JsonNode read(String summary) {
        try {
            return json.readTree(summary);
        } catch (JacksonException noSummary) {
            return json.createObjectNode();
        }
    }

    private static RunPage.Column column(Told run, int place, double scale) {
        List<RunPage.Piece> pieces = new ArrayList<>();
        double y = HEIGHT;
        y = add(pieces, "same", place, y, run.unchanged() * scale);
        y = add(pieces, "done", place, y, (run.done() - run.unchanged()) * scale);
        y = add(pieces, "todo", place, y, Math.max(0, run.read() - run.done() - run.rejected()) * scale);
        // A few rejects among thousands of rows are to be seen all the same.
        add(pieces, "back", place, y, run.rejected() == 0 ? 0 : Math.max(4, run.rejected() * scale));
        return new RunPage.Column(
                "%s: %s, %s done, %s came back"
                        .formatted(
                                run.run().name(),
                                Figures.counted(run.read(), "row"),
                                Figures.count(run.done()),
                                Figures.count(run.rejected())),
                pieces);
    }

    private static double add(List<RunPage.Piece> pieces, String kind, int place, double below, double height) {
        if (height > 0) {
            double top = Math.max(0, below - height);
            pieces.add(new RunPage.Piece(
                    kind, place * COLUMN + 2, tenths(top), COLUMN - 4, tenths(Math.max(height, below - top))));
            return top;
        }
        return below;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private RunPage.Past past(Told run) {
        return new RunPage.Past(
                run.run().name(),
                Figures.shortMoment(run.run().startedAt(), settings.site().timeZone()),
                switch (run.state()) {
                    case "DONE" -> "done";
                    case "PLANNED" -> "planned";
                    case "HELD" -> "held";
                    case "ABANDONED" -> "given up";
                    default -> "interrupted";
                },
                Figures.count(run.read()),
                Figures.count(run.done()),
                Figures.count(run.unchanged()),
                Figures.count(run.rejected()));
    }
}
