package org.rollcall.roster;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.header.RosterHeader;

/** The columns that share one number; null where the roster has no such column. */
record CourseSlot(
        int number,
        @Nullable RosterColumn course,
        @Nullable RosterColumn role,
        @Nullable RosterColumn type,
        @Nullable RosterColumn group,
        @Nullable RosterColumn period,
        @Nullable RosterColumn start,
        @Nullable RosterColumn status) {

    static CourseSlot of(RosterHeader header, int number) {
        return new CourseSlot(
                number,
                header.find(RosterField.COURSE, number),
                header.find(RosterField.ROLE, number),
                header.find(RosterField.TYPE, number),
                header.find(RosterField.GROUP, number),
                header.find(RosterField.ENROLPERIOD, number),
                header.find(RosterField.ENROLTIMESTART, number),
                header.find(RosterField.ENROLSTATUS, number));
    }

    /** The columns that mean nothing without a course. */
    List<RosterColumn> details() {
        return Stream.of(role, type, group, period, start, status)
                .filter(Objects::nonNull)
                .toList();
    }
}
