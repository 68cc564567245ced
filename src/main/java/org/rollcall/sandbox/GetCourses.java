package org.rollcall.sandbox;

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
import org.rollcall.sandbox.Description.Presence;
import org.rollcall.sandbox.Description.Structure;

/**
 * {@code core_course_get_courses}: all courses, the site among them, or those with these ids. One that the caller may
 * not enter refuses the whole call; an unknown id does not.
 */
final class GetCourses implements MoodleFunction {
    private static final List<String> ZEROES = List.of(
            "enddate",
            "maxbytes",
            "showreports",
            "groupmode",
            "groupmodeforce",
            "defaultgroupingid",
            "completionnotify");

    private final Tables tables;
    private final CourseAccess access;

    GetCourses(Tables tables) {
        this.tables = tables;
        this.access = new CourseAccess(tables);
    }

    @Override
    public String name() {
        return "core_course_get_courses";
    }

    @Override
    public Structure parameters() {
        Structure options = new Structure(Map.of("ids", optionalList(required(ParamType.INT))), Presence.DEFAULT);
        return structure().with("options", options);
    }

    @Override
    public Description returns() {
        Structure option = structure().with("name", required(ParamType.RAW)).with("value", required(ParamType.RAW));
        Structure course = withAll(
                structure(),
                optional(ParamType.RAW),
                List.of(
                        "id",
                        "shortname",
                        "categoryid",
                        "categorysortorder",
                        "fullname",
                        "displayname",
                        "idnumber",
                        "summary",
                        "summaryformat",
                        "format",
                        "showgrades",
                        "newsitems",
                        "startdate",
                        "enddate",
                        "numsections",
                        "maxbytes",
                        "showreports",
                        "visible",
                        "hiddensections",
                        "groupmode",
                        "groupmodeforce",
                        "defaultgroupingid",
                        "timecreated",
                        "timemodified",
                        "enablecompletion",
                        "completionnotify",
                        "lang",
                        "forcetheme"));
        return list(course.with("courseformatoptions", optionalList(option))
                .with("showactivitydates", required(ParamType.BOOL))
                .with("showcompletionconditions", required(ParamType.BOOL))
                .with("customfields", optionalList(option)));
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public List<Map<String, @Nullable Object>> call(Arguments arguments, Call call) {
        List<Long> ids = arguments.inner("options").numbers("ids");
        boolean updates = call.can("moodle/course:update");
        List<Map<String, @Nullable Object>> answer = new ArrayList<>();
        for (Course course : tables.courses().all()) {
            if (ids.isEmpty() || ids.contains(course.id())) {
                access.enterToRead(course, call);
                if (!course.isSite()) {
                    call.require("moodle/course:view");
                }
                answer.add(describe(course, updates));
            }
        }
        return answer;
    }

    private static Map<String, @Nullable Object> describe(Course course, boolean updates) {
        Map<String, @Nullable Object> answer = new HashMap<>();
        answer.put("id", course.id());
        answer.put("shortname", course.shortname());
        answer.put("categoryid", course.categoryId());
        answer.put("fullname", course.fullname());
        answer.put("displayname", course.fullname());
        answer.put("summary", course.summary());
        answer.put("summaryformat", course.summaryformat());
        answer.put("format", course.format());
        answer.put("startdate", course.startdate());
        answer.put("enddate", 0);
        answer.put("showactivitydates", false);
        answer.put("showcompletionconditions", course.showsConditions());
        if (course.isSite()) {
            answer.put("numsections", course.numsections());
        }
        if (updates) {
            addForManagers(answer, course);
        }
        return answer;
    }

    private static void addForManagers(Map<String, @Nullable Object> answer, Course course) {
        answer.put("categorysortorder", course.sortorder());
        answer.put("idnumber", course.idnumber());
        answer.put("showgrades", 1);
        answer.put("newsitems", course.newsitems());
        answer.put("numsections", course.numsections());
        answer.put("visible", course.visible() ? 1 : 0);
        ZEROES.forEach(zero -> answer.put(zero, 0));
        answer.put("timecreated", course.timecreated());
        answer.put("timemodified", course.timecreated());
        answer.put("enablecompletion", course.completion() ? 1 : 0);
        answer.put("lang", "");
        answer.put("forcetheme", "");
        if (course.isSite()) {
            answer.put("courseformatoptions", List.of(Map.of("name", "numsections", "value", course.numsections())));
        } else {
            answer.put("hiddensections", 1);
            answer.put(
                    "courseformatoptions",
                    List.of(Map.of("name", "hiddensections", "value", 1), Map.of("name", "coursedisplay", "value", 0)));
        }
    }
}
