package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.defaulting;
import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.optionalList;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;
import static org.rollcall.sandbox.Description.withAll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/**
 * {@code core_enrol_get_users_courses}: the courses in which somebody is actively enrolled, as far as the caller may
 * enter them and know of their people.
 */
final class GetUsersCourses implements MoodleFunction {
    private final Tables tables;
    private final CourseAccess access;

    GetUsersCourses(Tables tables) {
        this.tables = tables;
        this.access = new CourseAccess(tables);
    }

    @Override
    public String name() {
        return "core_enrol_get_users_courses";
    }

    @Override
    public Structure parameters() {
        return structure()
                .with("userid", required(ParamType.INT))
                .with("returnusercount", defaulting(ParamType.BOOL, "1"));
    }

    @Override
    public Description returns() {
        Structure course = withAll(
                structure(),
                optional(ParamType.RAW),
                List.of(
                        "id",
                        "shortname",
                        "fullname",
                        "displayname",
                        "enrolledusercount",
                        "idnumber",
                        "visible",
                        "summary",
                        "summaryformat",
                        "format",
                        "courseimage",
                        "showgrades",
                        "lang",
                        "enablecompletion",
                        "completionhascriteria",
                        "completionusertracked",
                        "category",
                        "progress",
                        "completed",
                        "startdate",
                        "enddate",
                        "marker",
                        "lastaccess",
                        "isfavourite",
                        "hidden"));
        return list(course.with("overviewfiles", optionalList(CourseDetails.file()))
                .with("showactivitydates", required(ParamType.BOOL))
                .with("showcompletionconditions", required(ParamType.BOOL))
                .with("timemodified", optional(ParamType.INT)));
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public List<Map<String, @Nullable Object>> call(Arguments arguments, Call call) {
        long userId = arguments.number("userid");
        List<Map<String, @Nullable Object>> answer = new ArrayList<>();
        for (Course course : tables.enrolments().courses(userId, true, call.now())) {
            if (access.mayEnter(course, call) && (call.isOwn(userId) || mayKnow(userId, call))) {
                Map<String, @Nullable Object> described = describe(course, userId, call);
                addProgress(described, course, userId, call);
                if (arguments.flag("returnusercount")) {
                    described.put("enrolledusercount", tables.participants().count(course.id()));
                }
                answer.add(described);
            }
        }
        return answer;
    }

    /** Whether the caller may see participants and, by rights or because it is a contact's, the profile. */
    private boolean mayKnow(long userId, Call call) {
        boolean participants = call.can("moodle/course:viewparticipants") || call.can("moodle/course:enrolreview");
        boolean profile = call.can("moodle/user:viewdetails")
                || call.can("moodle/user:viewalldetails")
                || tables.enrolments().hasRoleAnywhere(userId, Enrolments.EDITING_TEACHER);
        return participants && profile;
    }

    private Map<String, @Nullable Object> describe(Course course, long userId, Call call) {
        Map<String, @Nullable Object> described = new HashMap<>();
        described.put("id", course.id());
        described.put("shortname", course.shortname());
        described.put("fullname", course.fullname());
        described.put("displayname", course.fullname());
        described.put("idnumber", course.idnumber());
        described.put("visible", course.visible() ? 1 : 0);
        described.put("summary", course.summary());
        described.put("summaryformat", course.summaryformat());
        described.put("format", course.format());
        described.put("courseimage", CourseDetails.image(course, call));
        described.put("showgrades", true);
        described.put("lang", "");
        described.put("enablecompletion", course.completion());
        described.put("category", course.categoryId());
        described.put("startdate", course.startdate());
        described.put("enddate", 0);
        described.put("marker", 0);
        described.put("lastaccess", tables.accesses().toCourse(course.id(), userId));
        described.put("isfavourite", false);
        described.put("hidden", false);
        described.put("overviewfiles", List.of());
        described.put("showactivitydates", false);
        described.put("showcompletionconditions", course.showsConditions());
        described.put("timemodified", course.timecreated());
        return described;
    }

    private void addProgress(Map<String, @Nullable Object> described, Course course, long userId, Call call) {
        boolean open = course.completion() && CourseCompletion.isOpenTo(call, course, userId);
        CourseCompletion completion = new CourseCompletion(tables, course.id(), userId);
        boolean tracked = open && tables.enrolments().isTracked(course.id(), userId, call.now());
        described.put("completionhascriteria", open && !completion.criteria().isEmpty());
        described.put("completionusertracked", tracked);
        described.put("progress", tracked ? completion.percentage() : null);
        described.put("completed", open ? completion.isComplete() : null);
    }
}
