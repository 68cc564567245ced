package org.rollcall.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rollcall.moodle.Acknowledged;
import org.rollcall.moodle.Course;
import org.rollcall.moodle.Enrolment;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.RollcallSettings.SiteSettings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the token's account sees courses and may enrol people in one of them. */
@Component
@Order(5)
class CourseExamination implements Examination {

    private static final String SUBJECT = "Courses";

    /** Where a course is looked for if none is named; the site's front page is course 1. */
    private static final long FIRST_COURSE = 2;

    private static final long LAST_COURSE = 20;

    private static final long NO_COURSE = 0;

    private final MoodleClient moodle;
    private final SiteSettings settings;

    CourseExamination(MoodleClient moodle, RollcallSettings settings) {
        this.moodle = moodle;
        this.settings = settings.site();
    }

    @Override
    public List<Finding> look(Scene scene) {
        if (!scene.offers("core_course_get_courses_by_field")) {
            return List.of();
        }
        String named = scene.course();
        Outcome<List<Course>> outcome =
                named == null ? anyCourse() : moodle.courses().byShortname(named);
        if (!(outcome instanceof Done<List<Course>> done)) {
            return List.of(Finding.red(
                    SUBJECT,
                    "Courses cannot be seen: " + Examination.reason(outcome),
                    AdminPlace.capability("moodle/course:view")));
        }
        if (done.value().isEmpty()) {
            return List.of(
                    named == null
                            ? Finding.amber(SUBJECT, "No course was found to try; name one with --course.", null)
                            : Finding.red(
                                    SUBJECT,
                                    "No course with the short name " + named + " can be seen.",
                                    AdminPlace.capability("moodle/course:view and moodle/course:viewhiddencourses")));
        }
        Course course = done.value().get(0);
        List<Finding> findings = new ArrayList<>();
        if (scene.offers("core_enrol_get_enrolled_users")) {
            findings.add(participants(course, named != null));
        }
        if (scene.offers("enrol_manual_enrol_users")) {
            findings.add(enrolling(scene.site().userId(), course, named != null));
        }
        return findings;
    }

    private Outcome<List<Course>> anyCourse() {
        Outcome<List<Course>> course = moodle.courses().byId(FIRST_COURSE);
        for (long id = FIRST_COURSE + 1;
                id <= LAST_COURSE
                        && course instanceof Done<List<Course>> done
                        && done.value().isEmpty();
                id++) {
            course = moodle.courses().byId(id);
        }
        return course;
    }

    private Finding participants(Course course, boolean named) {
        Outcome<?> outcome = moodle.enrolments().participants(course.id());
        return outcome.isDone()
                ? Finding.green(SUBJECT, "Participants of " + course.shortname() + " can be seen.")
                : notIn(
                        course,
                        named,
                        "participants cannot be seen, so people who have an account already are not enrolled: "
                                + Examination.reason(outcome),
                        AdminPlace.capability("moodle/course:view and moodle/course:viewparticipants"));
    }

    /**
     * Asks to enrol the token's own account, and then somebody in a course that does not exist: Moodle keeps all of a
     * batch or nothing of it (measured), so it comes as far as the second and undoes the first. A person who does not
     * exist would not do, since Moodle may look at the person before the role and the enrolment method.
     */
    private Finding enrolling(long ownId, Course course, boolean named) {
        long role = Objects.requireNonNull(settings.roleId(settings.defaultRole()));
        Outcome<Acknowledged> outcome = moodle.enrolments()
                .enrol(List.of(
                        new Enrolment(ownId, course.id(), role, null, null, null),
                        new Enrolment(ownId, NO_COURSE, role, null, null, null)));
        if (!(outcome instanceof Refused<Acknowledged> refused)) {
            return notFoundOut(Examination.reason(outcome));
        }
        if (refused.lacksPermission()) {
            return notIn(
                    course,
                    named,
                    "nobody can be enrolled: " + refused.message(),
                    AdminPlace.capability("enrol/manual:enrol and moodle/course:view"));
        }
        return switch (refused.errorCode()) {
            case "wsusercannotassign" ->
                notIn(
                        course,
                        named,
                        "the account may not give the role " + settings.defaultRole() + " (id " + role + ").",
                        AdminPlace.ALLOW_ROLE_ASSIGNMENTS.path());
            case "wsnoinstance" ->
                notIn(
                        course,
                        named,
                        "it has no manual enrolment.",
                        AdminPlace.ENROL_PLUGINS.path() + "; and in the course: Participants > Enrolment methods");
            case "invalidparameter" ->
                Finding.green(
                        SUBJECT,
                        "People can be enrolled in %s as %s.".formatted(course.shortname(), settings.defaultRole()));
            default -> notFoundOut(refused.message());
        };
    }

    private static Finding notFoundOut(String reason) {
        return Finding.amber(SUBJECT, "Whether people can be enrolled could not be found out: " + reason, null);
    }

    /** What holds for any course may hold for it alone; what holds for one that was named is what was asked for. */
    private static Finding notIn(Course course, boolean named, String what, String remedy) {
        return new Finding(
                named ? Light.RED : Light.AMBER,
                SUBJECT,
                "In the course " + course.shortname() + " " + what + (named ? "" : " Name another with --course."),
                remedy);
    }
}
