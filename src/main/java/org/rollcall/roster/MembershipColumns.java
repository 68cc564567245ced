package org.rollcall.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.header.RosterHeader;
import org.rollcall.roster.text.Wording;

/** Reads the numbered columns of a row: its cohorts and its courses. */
final class MembershipColumns {
    private static final Map<String, String> ROLE_OF_TYPE =
            Map.of("1", "student", "2", "editingteacher", "3", "teacher");

    private final List<RosterColumn> cohorts = new ArrayList<>();
    private final List<CourseSlot> courses = new ArrayList<>();
    private final StartTimes startTimes;

    MembershipColumns(RosterHeader header, DateReading dates) {
        startTimes = new StartTimes(dates);
        TreeMap<Integer, RosterColumn> cohortsBySlot = new TreeMap<>();
        TreeMap<Integer, CourseSlot> coursesBySlot = new TreeMap<>();
        for (RosterColumn column : header.columns()) {
            if (column.field() == RosterField.COHORT) {
                cohortsBySlot.put(column.slot(), column);
            } else if (column.field().numbered()) {
                coursesBySlot.computeIfAbsent(column.slot(), slot -> CourseSlot.of(header, slot));
            }
        }
        cohorts.addAll(cohortsBySlot.values());
        courses.addAll(coursesBySlot.values());
    }

    List<CohortRequest> cohorts(CellTexts texts, RowProblems problems) {
        List<CohortRequest> requests = new ArrayList<>(cohorts.size());
        Map<String, String> seen = new HashMap<>();
        for (RosterColumn column : cohorts) {
            String idnumber = texts.of(column);
            if (!idnumber.isEmpty() && isFirst(column, idnumber, seen, problems)) {
                requests.add(new CohortRequest(column.slot(), idnumber));
            }
        }
        return requests;
    }

    List<CourseRequest> courses(CellTexts texts, RowProblems problems) {
        List<CourseRequest> requests = new ArrayList<>(courses.size());
        Map<String, String> seen = new HashMap<>();
        for (CourseSlot slot : courses) {
            String shortname = slot.course() == null ? "" : texts.of(slot.course());
            CourseRequest request = read(slot, shortname, texts, problems);
            if (shortname.isEmpty()) {
                slot.details().forEach(column -> refuseWithoutCourse(column, texts, problems));
            } else if (slot.course() == null || isFirst(slot.course(), shortname, seen, problems)) {
                requests.add(request);
            }
        }
        return requests;
    }

    private CourseRequest read(CourseSlot slot, String shortname, CellTexts texts, RowProblems problems) {
        String period = text(slot.period(), texts);
        String start = text(slot.start(), texts);
        String status = text(slot.status(), texts);
        return new CourseRequest(
                slot.number(),
                shortname,
                role(slot, texts, problems),
                text(slot.group(), texts),
                (slot.period() == null || period == null) ? null : CellValues.number(slot.period(), period, problems),
                (slot.start() == null || start == null) ? null : startTimes.read(slot.start(), start, problems),
                (slot.status() == null || status == null) ? null : CellValues.flag(slot.status(), status, problems));
    }

    private static @Nullable String role(CourseSlot slot, CellTexts texts, RowProblems problems) {
        String role = text(slot.role(), texts);
        String type = text(slot.type(), texts);
        if (slot.type() == null || type == null) {
            return role;
        }
        if (role != null) {
            problems.error(
                    slot.type(),
                    "conflict",
                    "Both role%d and %s are filled, and they mean the same; leave one of them empty."
                            .formatted(slot.number(), slot.type().name()));
            return role;
        }
        String named = ROLE_OF_TYPE.get(type);
        if (named == null) {
            problems.error(slot.type(), "invalid", type, 0);
        }
        return named;
    }

    private static void refuseWithoutCourse(RosterColumn column, CellTexts texts, RowProblems problems) {
        if (!texts.of(column).isEmpty()) {
            problems.error(
                    column,
                    "without-course",
                    "The %s is filled but course%d is not; name the course or leave %s empty."
                            .formatted(column.name(), column.slot(), column.name()));
        }
    }

    private static boolean isFirst(RosterColumn column, String name, Map<String, String> seen, RowProblems problems) {
        String earlier = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), column.name());
        if (earlier != null) {
            problems.error(
                    column,
                    "repeated",
                    "%s stands in this row already, in %s; leave one of them empty."
                            .formatted(Wording.shortened(name), earlier));
        }
        return earlier == null;
    }

    private static @Nullable String text(@Nullable RosterColumn column, CellTexts texts) {
        String text = column == null ? "" : texts.of(column);
        return text.isEmpty() ? null : text;
    }
}
