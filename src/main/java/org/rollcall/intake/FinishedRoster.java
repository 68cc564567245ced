package org.rollcall.intake;

import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Run;
import org.rollcall.report.RunSummary;

/**
 * A roster whose run came to its end, or to its plan.
 *
 * @param sentence what it came to, for people
 * @param note what is to be done now, or null
 */
record FinishedRoster(
        Run run,
        IntakeOutcome outcome,
        RunSummary summary,
        String sentence,
        @Nullable String note) {}
