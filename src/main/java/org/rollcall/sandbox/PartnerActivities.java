package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.structure;

import java.util.List;
import java.util.Map;
import org.rollcall.sandbox.Description.Structure;

/**
 * {@code core_completion_get_course_activities_completion_status}: what Moodle's own function of nearly this name tells
 * (see {@link GetActivitiesCompletion}), for the people of the partner's cohorts.
 */
final class PartnerActivities implements MoodleFunction {
    private final Tables tables;
    private final CourseAccess access;
    private final PartnerCohorts cohorts;

    PartnerActivities(Tables tables) {
        this.tables = tables;
        this.access = new CourseAccess(tables);
        this.cohorts = new PartnerCohorts(tables);
    }

    @Override
    public String name() {
        return "core_completion_get_course_activities_completion_status";
    }

    @Override
    public Structure parameters() {
        return GetActivitiesCompletion.ofCourseAndUser();
    }

    @Override
    public Description returns() {
        return structure()
                .with("statuses", list(GetActivitiesCompletion.status()))
                .with("warnings", Description.warnings());
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public Map<String, Object> call(Arguments arguments, Call call) {
        long userId = arguments.number("userid");
        call.enterSite();
        Course course = access.known(arguments.number("courseid"));
        cohorts.require(userId, call);
        return Map.of("statuses", new ActivityStatuses(tables).of(course, userId, call), "warnings", List.of());
    }
}
