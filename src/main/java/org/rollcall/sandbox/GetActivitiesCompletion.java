package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.optionalList;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.List;
import java.util.Map;
import org.rollcall.sandbox.Description.Structure;

/**
 * {@code core_completion_get_activities_completion_status}: somebody's completion of each tracked activity of a course.
 * Activities that the caller may not see are left out without a word.
 */
final class GetActivitiesCompletion implements MoodleFunction {
    private final Tables tables;
    private final CourseAccess access;

    GetActivitiesCompletion(Tables tables) {
        this.tables = tables;
        this.access = new CourseAccess(tables);
    }

    @Override
    public String name() {
        return "core_completion_get_activities_completion_status";
    }

    @Override
    public Structure parameters() {
        return ofCourseAndUser();
    }

    /** The parameters of all functions that tell of somebody's progress in a course. */
    static Structure ofCourseAndUser() {
        return structure().with("courseid", required(ParamType.INT)).with("userid", required(ParamType.INT));
    }

    /** What every status holds. */
    static Structure status() {
        return structure()
                .with("cmid", required(ParamType.INT))
                .with("modname", required(ParamType.PLUGIN))
                .with("instance", required(ParamType.INT))
                .with("state", required(ParamType.INT))
                .with("timecompleted", required(ParamType.INT))
                .with("tracking", required(ParamType.INT));
    }

    @Override
    public Description returns() {
        Structure value =
                structure().with("status", required(ParamType.INT)).with("description", required(ParamType.TEXT));
        Structure rule = structure().with("rulename", required(ParamType.TEXT)).with("rulevalue", value);
        Structure status = status().with("overrideby", optional(ParamType.INT))
                .with("valueused", optional(ParamType.BOOL))
                .with("hascompletion", optional(ParamType.BOOL))
                .with("isautomatic", optional(ParamType.BOOL))
                .with("istrackeduser", optional(ParamType.BOOL))
                .with("uservisible", optional(ParamType.BOOL))
                .with("details", optionalList(rule))
                .with("isoverallcomplete", optional(ParamType.BOOL));
        return structure().with("statuses", list(status)).with("warnings", Description.warnings());
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public Map<String, Object> call(Arguments arguments, Call call) {
        Course course = access.known(arguments.number("courseid"));
        Account user = tables.users().required(arguments.number("userid"));
        user.requireActive();
        access.enter(course, call);
        if (!call.isOwn(user.id())) {
            call.require("report/progress:view");
        }
        return Map.of("statuses", new ActivityStatuses(tables).of(course, user.id(), call), "warnings", List.of());
    }
}
