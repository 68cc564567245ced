package org.rollcall.moodle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a site tells a program partner of the partner's own students. The functions belong to a plugin that few sites
 * have; {@link #missingFrom} tells whether this one does. Without them the calls end as {@link Outcome.Unavailable}
 * with a sentence that says so. They are as the interface's documents tell, not measured on a site.
 */
public final class PartnerFunctions {

    private final Calls calls;

    PartnerFunctions(Calls calls) {
        this.calls = calls;
    }

    /** These functions, by name. */
    public static Set<String> names() {
        return WsFunction.ofPartners().stream().map(WsFunction::wsName).collect(Collectors.toUnmodifiableSet());
    }

    /** Those of these functions, by name, that the token may not call; none on a site that offers them all. */
    public static List<String> missingFrom(SiteInfo site) {
        return WsFunction.ofPartners().stream()
                .map(WsFunction::wsName)
                .filter(name -> !site.functions().contains(name))
                .toList();
    }

    /** Everybody in the partner's cohorts. */
    public Outcome<List<SeenPerson>> users() {
        return calls.read(WsFunction.PARTNER_USERS, Map.of(), 1, answer -> answer.items(SeenPerson::from));
    }

    /** The courses that a student takes part in, without those whose enrolment is not active. */
    public Outcome<List<PartnerEnrolment>> coursesOf(long userId) {
        return calls.read(
                WsFunction.PARTNER_USERS_COURSES,
                Map.of("userid", userId),
                1,
                answer -> answer.items(PartnerEnrolment::from));
    }

    /**
     * The courses that students can take.
     *
     * @param categoryId a category, whose own categories count as well; 0 for the whole site
     */
    public Outcome<List<VisibleCourse>> visibleCourses(long categoryId) {
        return calls.read(
                WsFunction.PARTNER_VISIBLE_COURSES,
                Map.of("cat", categoryId),
                1,
                answer -> answer.list("courses", VisibleCourse::from));
    }

    /**
     * The grades of students in a course, item by item. Outcomes, a second kind of grade, are left out.
     *
     * @param userIds the students; empty gives the items without grades
     */
    public Outcome<List<PartnerGradeItem>> grades(long courseId, List<Long> userIds) {
        return calls.read(
                WsFunction.PARTNER_GRADES,
                Parameters.of("courseid", courseId, "userids", userIds),
                Math.max(1, userIds.size()),
                answer -> answer.list("items", PartnerGradeItem::from));
    }

    /** When a student last used the site; empty for never. */
    public Outcome<Optional<Instant>> lastAccess(long userId) {
        return calls.read(
                WsFunction.PARTNER_LAST_ACCESS,
                Map.of("userid", userId),
                1,
                answer -> Optional.ofNullable(answer.optionalTime("lastaccess")));
    }

    /** The activities of a course, as one student has done them. */
    public Outcome<List<ActivityCompletion>> activities(long courseId, long userId) {
        return calls.read(
                WsFunction.PARTNER_ACTIVITIES_COMPLETION,
                Parameters.of("courseid", courseId, "userid", userId),
                1,
                ActivityCompletion::listFrom);
    }
}
