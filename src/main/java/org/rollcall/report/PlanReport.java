package org.rollcall.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rollcall.ledger.PlanAction;
import org.rollcall.ledger.PlannedAction;
import org.rollcall.ledger.PlannedActions;
import org.rollcall.ledger.Run;
import org.springframework.stereotype.Component;

/**
 * Writes {@code plan.csv}: what applying a plan would change on the site, a line each. Every row has one at least, which
 * says so where nothing would change.
 */
@Component
public class PlanReport {

    /** The file's name. */
    public static final String NAME = "plan.csv";

    private static final List<String> COLUMNS =
            List.of("row", "username", "action", "what", "before", "after", "reason");

    private final ReportFiles files;
    private final PlannedActions actions;

    PlanReport(ReportFiles files, PlannedActions actions) {
        this.files = files;
        this.actions = actions;
    }

    /**
     * Writes the plan of a run.
     *
     * @return how often it has each action, the unchanged rows among them
     */
    public Map<PlanAction, Long> write(Run run) {
        Map<PlanAction, Long> counts = new EnumMap<>(PlanAction.class);
        files.write(run, NAME, writer -> write(run, writer, counts));
        return counts;
    }

    private void write(Run run, BufferedWriter writer, Map<PlanAction, Long> counts) throws IOException {
        SafeCsv csv = new SafeCsv(writer);
        csv.write(COLUMNS);
        actions.forEach(run.id(), action -> {
            counts.merge(action.action(), 1L, Long::sum);
            csv.write(line(action));
        });
        csv.finish();
    }

    private static List<String> line(PlannedAction action) {
        return List.of(
                action.row() == 0 ? "" : Integer.toString(action.row()),
                action.username(),
                action.action().words(),
                action.target(),
                action.before(),
                action.after(),
                action.reason());
    }
}
