package org.rollcall.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.Effects;
import org.rollcall.report.StepNames;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/** Says on the terminal, a line a step, what the job has done, how many of it, and how long it took. */
class TerminalProgress implements StepExecutionListener {

    private static final Map<String, Set<EffectKind>> EFFECTS = Map.of(
            "createCohorts", Set.of(EffectKind.COHORT_CREATED),
            "createUsers", Set.of(EffectKind.USER_CREATED),
            "addCohortMembers", Set.of(EffectKind.COHORT_MEMBER_ADDED),
            "enrolUsers", Set.of(EffectKind.ENROLLED, EffectKind.ENROLMENT_CHANGED),
            "suspendUsers", Set.of(EffectKind.USER_SUSPENDED),
            "deleteUsers", Set.of(EffectKind.USER_DELETED),
            "addGroupMembers", Set.of(EffectKind.GROUP_MEMBER_ADDED));

    /** Steps that have something to do in some runs only. */
    private static final Set<String> TOLD_IF_ANY =
            Set.of("recognizeUnchanged", "findLeavers", "removeLeavers", "readAccounts", "readEnrolments");

    /** An account may change in several of these ways at once. */
    private static final Set<EffectKind> UPDATES =
            EnumSet.of(EffectKind.USER_UPDATED, EffectKind.USER_RENAMED, EffectKind.USER_REACTIVATED);

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
        String done = StepNames.done(step.getStepName()).orElse(null);
        LocalDateTime began = step.getStartTime();
        if (done != null && began != null && step.getStatus() == BatchStatus.COMPLETED) {
            Duration time = Duration.between(began, LocalDateTime.now(ZoneId.systemDefault()));
            boolean countsWrites = !EFFECTS.containsKey(step.getStepName()) && !isUpdate(step);
            long count = countsWrites ? step.getWriteCount() : effects(step);
            if (count > 0 || (countsWrites && !TOLD_IF_ANY.contains(step.getStepName()))) {
                print(done, count, time.toMillis() / 1000.0);
            }
        }
        return null;
    }

    private static boolean isUpdate(StepExecution step) {
        return step.getStepName().equals("updateUsers");
    }

    private long effects(StepExecution step) {
        Long run = step.getJobParameters().getLong("run");
        if (run == null) {
            return 0;
        }
        if (isUpdate(step)) {
            return effects.accounts(run, UPDATES);
        }
        Map<EffectKind, Long> counts = effects.counts(run);
        return EFFECTS.getOrDefault(step.getStepName(), Set.of()).stream()
                .mapToLong(kind -> counts.getOrDefault(kind, 0L))
                .sum();
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
