package org.rollcall.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.rollcall.ledger.Leaver;
import org.rollcall.ledger.LeaverState;
import org.rollcall.ledger.Leavers;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.Run;
import org.springframework.stereotype.Component;

/** Writes {@code leavers.csv}: who left which cohort or course, what was done, and why or why not. */
@Component
public class LeaverReport {

    /** The file's name. */
    public static final String NAME = "leavers.csv";

    private static final List<String> COLUMNS =
            List.of("username", "name", "from", "what", "action", "outcome", "reason");

    private final ReportFiles files;
    private final Leavers leavers;

    LeaverReport(ReportFiles files, Leavers leavers) {
        this.files = files;
        this.leavers = leavers;
    }

    /** Writes the leavers of a run whose roster is a snapshot; no file for any other. */
    public void write(Run run) {
        if (!leavers.scopes(run.id()).isEmpty()) {
            files.write(run, NAME, writer -> write(run, writer));
        }
    }

    private void write(Run run, BufferedWriter writer) throws IOException {
        SafeCsv csv = new SafeCsv(writer);
        csv.write(COLUMNS);
        leavers.forEach(run.id(), leaver -> csv.write(line(leaver)));
        csv.finish();
    }

    private static List<String> line(Leaver leaver) {
        return List.of(
                leaver.who(),
                leaver.fullname() == null ? "" : leaver.fullname(),
                leaver.kind() == MembershipKind.COHORT ? "cohort" : "course",
                leaver.name(),
                leaver.action().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                outcome(leaver.state()),
                leaver.reason());
    }

    private static String outcome(LeaverState state) {
        return switch (state) {
            case REPORTED -> "left, reported only";
            case PENDING, SENDING -> "not yet";
            case DONE -> "done";
            case SKIPPED -> "had happened already";
            case REJECTED -> "failed";
        };
    }
}
