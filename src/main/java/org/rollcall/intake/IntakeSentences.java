package org.rollcall.intake;

import java.util.Locale;
import java.util.Map;
import org.rollcall.ledger.Plan;
import org.rollcall.ledger.PlanAction;
import org.rollcall.report.RunSummary;

/** What is said of a file that was dropped, on the terminal and in the note beside it. */
final class IntakeSentences {

    private IntakeSentences() {}

    static String done(RunSummary run) {
        String rows = String.format(
                Locale.ROOT,
                "%,d of %,d rows done",
                run.rows().read() - run.rows().rejected(),
                run.rows().read());
        String rejects = run.rows().rejected() == 0
                ? ""
                : String.format(Locale.ROOT, "; %,d came back", run.rows().rejected());
        long still = run.snapshot() == null ? 0 : run.snapshot().failed();
        String left = still == 0 ? "" : String.format(Locale.ROOT, "; %,d could not be taken out", still);
        String same = run.sameFileAs() == null ? "" : "; unchanged since run " + run.sameFileAs();
        return rows + rejects + left + same;
    }

    static String planned(Plan plan, RunSummary run) {
        long changes = plan.counts().entrySet().stream()
                .filter(action -> action.getKey().changesTheSite())
                .mapToLong(Map.Entry<PlanAction, Long>::getValue)
                .sum();
        String rejects = run.rows().rejected() == 0
                ? ""
                : String.format(Locale.ROOT, "; %,d would come back", run.rows().rejected());
        return String.format(Locale.ROOT, "planned, %,d change%s", changes, changes == 1 ? "" : "s") + rejects;
    }

    static String noteOfPlan(Claim claim, Plan plan, String folderOption) {
        return """
                %s was planned, and nothing was written to the site.

                reports/plan.csv lists what would be done. This carries it out:

                    ./run.sh apply %s%s
                """.formatted(claim.words(), plan.run().name(), folderOption);
    }

    static String noteOfHeld(Claim claim, Plan plan, String reasons, String folderOption) {
        return """
                %s is held, and nothing was written to the site.

                %s

                Have a look at reports/plan.csv and reports/leavers.csv. If all is right, this carries it out:

                    ./run.sh apply %s%s --approve "REASON"

                If not, drop a corrected file: it takes the place of this one.
                """.formatted(claim.words(), reasons, plan.run().name(), folderOption);
    }

    static String noteOfUnreadable(Claim claim, String reason) {
        return """
                %s could not be read, and nothing was done with it.

                %s

                Mend the file and drop it again.
                """.formatted(claim.words(), reason);
    }
}
