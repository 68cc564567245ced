package org.rollcall.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.roster.file.RosterException;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

/**
 * The end of an attempt that did not bring its run to its end.
 *
 * @param began when the attempt began
 * @param reason why it ended, in a sentence
 */
public record Interruption(Instant began, String reason) {

    private static final String FAULT = "Rollcall met a fault of its own and stopped; the log has the details.";

    /** The interruption that an attempt ended with, if it did; a roster that turned out to be unreadable leaves no run. */
    public static Optional<Interruption> of(JobExecution attempt) {
        if (attempt.getStatus() == BatchStatus.COMPLETED || finds(attempt, RosterException.class) != null) {
            return Optional.empty();
        }
        Instant began = Objects.requireNonNull(attempt.getStartTime())
                .atZone(ZoneId.systemDefault())
                .toInstant();
        return Optional.of(new Interruption(began, reason(attempt)));
    }

    private static String reason(JobExecution attempt) {
        Throwable known = finds(attempt, SiteUnavailableException.class);
        if (known == null) {
            known = finds(attempt, SettingsException.class);
        }
        if (known != null) {
            return String.valueOf(known.getMessage());
        }
        return attempt.getStatus() == BatchStatus.STOPPED ? "It was stopped on request." : FAULT;
    }

    private static @Nullable Throwable finds(JobExecution attempt, Class<? extends Throwable> kind) {
        for (Throwable failure : attempt.getAllFailureExceptions()) {
            for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (kind.isInstance(cause)) {
                    return cause;
                }
            }
        }
        return null;
    }
}
