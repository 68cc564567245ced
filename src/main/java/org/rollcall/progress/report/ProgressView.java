package org.rollcall.progress.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollcall.progress.findings.CourseFindings;
import org.rollcall.progress.findings.ItemGrade;
import org.rollcall.progress.findings.Outline;
import org.rollcall.progress.findings.Person;
import org.rollcall.progress.findings.PersonFindings;
import org.rollcall.progress.findings.Reading;

/**
 * A report as its files show it.
 *
 * @param people begins anew with the people, by their names, each time it is asked
 * @param since from when on things are marked; null for none
 * @param zone in which times are told
 */
record ProgressView(
        ProgressSummary summary,
        List<Outline> outlines,
        Supplier<Iterator<PersonFindings>> people,
        @Nullable Instant since,
        ZoneId zone) {

    private static final String NEVER = "never";
    private static final String NOT_TOLD = "not told";
    private static final String NO_GRADE = "none";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** When something happened; empty where it did not. */
    String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(zone));
    }

    private String lastCame(@Nullable Instant at, boolean isTold) {
        if (at != null) {
            return time(at);
        }
        return isTold ? NEVER : NOT_TOLD;
    }

    /** When somebody last used the site, in words. */
    String lastCame(Person person) {
        return person.isThere() ? lastCame(person.lastAccess(), person.tellsAccess()) : "";
    }

    /** When somebody last came to a course, in words. */
    String lastCame(CourseFindings found) {
        return found.standing().enrolment().isThere()
                ? lastCame(found.standing().lastAccess(), found.standing().tellsAccess())
                : "";
    }

    /** The grade of the course as a whole, in words. */
    static String grade(CourseFindings found) {
        ItemGrade total = found.total();
        if (total != null) {
            return total.words();
        }
        if (!found.standing().enrolment().isThere()) {
            return "";
        }
        return found.standing().grades() == Reading.READ ? NO_GRADE : NOT_TOLD;
    }

    /** Whether somebody came to a course since the day that is asked about. */
    boolean cameSince(CourseFindings found) {
        return since != null && CourseFindings.isSince(found.standing().lastAccess(), since);
    }

    /** How many activities somebody did since the day that is asked about. */
    long didSince(CourseFindings found) {
        return since == null ? 0 : found.activitiesDoneSince(since);
    }

    /** A number as people write it, without needless decimals. */
    static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString(value.longValue())
                : Double.toString(value);
    }
}
