package org.rollcall.report;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.RejectList;
import org.rollcall.ledger.Run;
import org.rollcall.report.page.Figures;
import org.rollcall.report.page.RunPage;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.text.Wording;
import org.springframework.stereotype.Component;

/** The rows that come back, as the page on a run shows them: the first thousand, so that the page stays one that opens. */
@Component
class RejectTable {

    static final int MOST = 1_000;

    private final RejectList rejects;

    RejectTable(RejectList rejects) {
        this.rejects = rejects;
    }

    RunPage.@Nullable Rejects of(Run run, RunSummary summary) {
        long all = summary.rows().rejected();
        if (all == 0) {
            return null;
        }
        return new RunPage.Rejects(
                title(summary.state()),
                note(all, summary.state()),
                rejects.first(run.id(), MOST).stream().map(RejectTable::row).toList());
    }

    private static String title(RunSummary.State state) {
        return switch (state) {
            case DONE -> "Rows that came back";
            case PLANNED, HELD -> "Rows that would come back";
            case INTERRUPTED -> "Rows that come back, so far";
        };
    }

    private static @Nullable String note(long all, RunSummary.State state) {
        if (all <= MOST) {
            return null;
        }
        String shown = "The first %s of %s are shown here".formatted(Figures.count(MOST), Figures.count(all));
        return state == RunSummary.State.INTERRUPTED
                ? shown + "."
                : "%s; %s has them all.".formatted(shown, RejectReport.NAME);
    }

    private static RunPage.Reject row(RejectList.Entry entry) {
        return new RunPage.Reject(
                Integer.toString(entry.row()),
                Wording.shortened(entry.name()),
                Wording.shortened(entry.username()),
                !entry.whole(),
                entry.errors().stream().map(Problem::code).collect(Collectors.joining(" ")),
                entry.errors().stream()
                        .map(problem -> new RunPage.Fault(problem.column(), problem.message()))
                        .toList());
    }
}
