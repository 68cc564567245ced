package org.rollcall.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.Effects;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Says on the terminal, a line a step, what the job has done, how many of it, and how long it took. */
class TerminalProgress implements StepExecutionListener {

    private static final Map<String, String> DONE = Map.ofEntries(
            Map.entry("stageRoster", "read and checked the roster"),
            Map.entry("recognizeUnchanged", "recognized unchanged rows"),
            Map.entry("matchUsers", "asked the site who is there"),
            Map.entry("matchMemberships", "compared cohorts and courses"),
            Map.entry("createCohorts", "created missing cohorts"),
            Map.entry("createUsers", "created accounts"),
            Map.entry("addCohortMembers", "added people to cohorts"),
            Map.entry("enrolUsers", "enrolled people in courses"),
            Map.entry("writeReports", "wrote the reports"));

    private static final Map<String, EffectKind> EFFECTS = Map.of(
            "createCohorts", EffectKind.COHORT_CREATED,
            "createUsers", EffectKind.USER_CREATED,
            "addCohortMembers", EffectKind.COHORT_MEMBER_ADDED,
            "enrolUsers", EffectKind.ENROLLED);

    private final Effects effects;
    private @Nullable PrintWriter out;

    TerminalProgress(Effects effects) {
        this.effects = effects;
    }

    void printTo(PrintWriter terminal) {
        this.out = terminal;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        String done = DONE.get(step.getStepName());
        LocalDateTime began = step.getStartTime();
        if (done != null && began != null && step.getStatus() == BatchStatus.COMPLETED) {
            Duration time = Duration.between(began, LocalDateTime.now(ZoneId.systemDefault()));
            EffectKind kind = EFFECTS.get(step.getStepName());
            long count = kind == null ? step.getWriteCount() : effects(step, kind);
            if (count > 0 || (kind == null && !step.getStepName().equals("recognizeUnchanged"))) {
                print(done, count, time.toMillis() / 1000.0);
            }
        }
        return null;
    }

    private long effects(StepExecution step, EffectKind kind) {
        Long run = step.getJobParameters().getLong("run");
        return run == null ? 0 : effects.counts(run).getOrDefault(kind, 0L);
    }

    private void print(String done, long count, double seconds) {
        String many = count == 0 ? "" : String.format(Locale.ROOT, "%,d", count);
        print(String.format(Locale.ROOT, "  %-30s %9s  %6.1f s", done, many, seconds));
    }

    private synchronized void print(String line) {
        if (out != null) {
            out.println(line);
            out.flush();
        }
    }
}
