package org.rollcall.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Says on the terminal, a line a step, what the job has done and how long it took. */
class TerminalProgress implements StepExecutionListener {

    private static final Map<String, String> DONE = Map.of(
            "stageRoster", "read and checked the roster",
            "matchUsers", "asked the site who is there",
            "matchMemberships", "compared cohorts and courses",
            "createCohorts", "created missing cohorts",
            "createUsers", "created accounts",
            "addCohortMembers", "added people to cohorts",
            "enrolUsers", "enrolled people in courses",
            "writeReports", "wrote the reports");

    private @Nullable PrintWriter out;

    void printTo(PrintWriter terminal) {
        this.out = terminal;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        String done = DONE.get(step.getStepName());
        LocalDateTime began = step.getStartTime();
        if (done != null && began != null && step.getFailureExceptions().isEmpty() && step.getWriteCount() != 0) {
            double seconds = Duration.between(began, LocalDateTime.now(ZoneId.systemDefault()))
                            .toMillis()
                    / 1000.0;
            print(String.format(Locale.ROOT, "  %-30s %,9d  %6.1f s", done, step.getWriteCount(), seconds));
        }
        return null;
    }

    void stopping() {
        print("Stopping after the calls in flight; the same command goes on from there.");
    }

    private synchronized void print(String line) {
        if (out != null) {
            out.println(line);
            out.flush();
        }
    }
}
