package org.rollcall.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an enrolment was set to, and what the roster said of its dates then: a length without a start counts from the day
 * of the run, so whether a roster still asks for the same cannot be told from the dates alone.
 *
 * @param roleId the site's id of the role
 * @param start when it begins, or null for at once
 * @param end when it ends, or null for never
 * @param suspended whether it is suspended; null is as good as false
 * @param askedStart the start as the roster has it, or null
 * @param askedDays the length as the roster has it, in days, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnrolmentTerms(
        long roleId,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Boolean suspended,
        @Nullable LocalDateTime askedStart,
        @Nullable Integer askedDays) {

    /** Whether somebody so enrolled has no access, however the dates stand. */
    public boolean barsAccess() {
        return Boolean.TRUE.equals(suspended);
    }

    /** Whether its dates give access at some time. */
    public boolean isOpenAt(Instant time) {
        return (start == null || !time.isBefore(start)) && (end == null || time.isBefore(end));
    }
}
