package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.optionalList;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;
import static org.rollcall.sandbox.Description.withAll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/** A course as {@code core_course_get_courses_by_field} shows it: to anyone, to its people, to who may change it. */
final class CourseDetails {
    /** The text filters of a stock site, all switched on from above. */
    private static final List<Map<String, Object>> FILTERS =
            List.of("displayh5p", "activitynames", "mathjaxloader", "emoticon", "urltolink", "mediaplugin").stream()
                    .map(filter -> Map.<String, Object>of("filter", filter, "localstate", 0, "inheritedstate", 1))
                    .toList();

    private static final List<Map<String, Object>> FORMAT_OPTIONS = List.of(
            Map.of("name", "hiddensections", "value", 1),
            Map.of("name", "coursedisplay", "value", 0),
            Map.of("name", "indentation", "value", "1"));

    private final Tables tables;
    private final CourseAccess access;

    CourseDetails(Tables tables) {
        this.tables = tables;
        this.access = new CourseAccess(tables);
    }

    /** A file as Moodle's {@code external_files} describes it. */
    static Structure file() {
        return withAll(
                structure(),
                required(ParamType.RAW),
                List.of("filename", "filepath", "filesize", "fileurl", "timemodified", "mimetype"));
    }

    static Structure description() {
        Structure file = file();
        Structure course = withAll(
                structure(),
                required(ParamType.RAW),
                List.of(
                        "id",
                        "fullname",
                        "displayname",
                        "shortname",
                        "courseimage",
                        "categoryid",
                        "categoryname",
                        "sortorder",
                        "summary",
                        "summaryformat"));
        course = course.with("summaryfiles", optionalList(file))
                .with("overviewfiles", optionalList(file))
                .with("showactivitydates", optional(ParamType.BOOL))
                .with("showcompletionconditions", optional(ParamType.BOOL))
                .with(
                        "contacts",
                        optionalList(withAll(structure(), required(ParamType.RAW), List.of("id", "fullname"))))
                .with("enrollmentmethods", optionalList(required(ParamType.PLUGIN)))
                .with(
                        "customfields",
                        optionalList(withAll(
                                structure(),
                                required(ParamType.RAW),
                                List.of("name", "shortname", "type", "valueraw", "value"))));
        course = withAll(
                course,
                optional(ParamType.RAW),
                List.of(
                        "idnumber",
                        "format",
                        "showgrades",
                        "newsitems",
                        "startdate",
                        "enddate",
                        "maxbytes",
                        "showreports",
                        "visible",
                        "groupmode",
                        "groupmodeforce",
                        "defaultgroupingid",
                        "enablecompletion",
                        "completionnotify",
                        "lang",
                        "theme",
                        "marker",
                        "legacyfiles",
                        "calendartype",
                        "timecreated",
                        "timemodified",
                        "requested",
                        "cacherev"));
        return course.with(
                        "filters",
                        optionalList(withAll(
                                structure(),
                                required(ParamType.RAW),
                                List.of("filter", "localstate", "inheritedstate"))))
                .with(
                        "courseformatoptions",
                        optionalList(withAll(structure(), required(ParamType.RAW), List.of("name", "value"))))
                .with("communicationroomname", optional(ParamType.TEXT))
                .with("communicationroomurl", optional(ParamType.RAW));
    }

    Map<String, @Nullable Object> describe(Course course, Call call, boolean updates) {
        Map<String, @Nullable Object> answer = new HashMap<>();
        addPublic(answer, course, call);
        if (access.mayEnter(course, call)) {
            addForPeople(answer, course);
            if (updates) {
                addForManagers(answer, course);
            }
        }
        return answer;
    }

    private void addPublic(Map<String, @Nullable Object> answer, Course course, Call call) {
        answer.put("id", course.id());
        answer.put("fullname", course.fullname());
        answer.put("displayname", course.fullname());
        answer.put("shortname", course.shortname());
        answer.put("courseimage", image(course, call));
        answer.put("categoryid", course.categoryId());
        answer.put("categoryname", course.categoryName());
        answer.put("sortorder", course.sortorder());
        answer.put("summary", course.summary());
        answer.put("summaryformat", course.summaryformat());
        answer.put("summaryfiles", List.of());
        answer.put("overviewfiles", List.of());
        answer.put("showactivitydates", false);
        answer.put("showcompletionconditions", course.showsConditions());
        answer.put(
                "contacts",
                tables.participants().contacts(course.id(), call.now()).stream()
                        .map(contact -> Map.<String, Object>of("id", contact.id(), "fullname", contact.fullname()))
                        .toList());
        answer.put("enrollmentmethods", tables.courses().enabledMethods(course.id()));
    }

    /** The address of the picture that Moodle draws for a course without one. */
    static String image(Course course, Call call) {
        return call.siteUrl() + "/pluginfile.php/" + (course.id() + 15) + "/course/generated/course.svg";
    }

    private static void addForPeople(Map<String, @Nullable Object> answer, Course course) {
        answer.put("format", course.format());
        answer.put("showgrades", 1);
        answer.put("newsitems", course.newsitems());
        answer.put("startdate", course.startdate());
        for (String zero : List.of(
                "enddate",
                "maxbytes",
                "showreports",
                "groupmode",
                "groupmodeforce",
                "defaultgroupingid",
                "completionnotify",
                "marker")) {
            answer.put(zero, 0);
        }
        answer.put("visible", course.visible() ? 1 : 0);
        answer.put("enablecompletion", course.completion() ? 1 : 0);
        answer.put("lang", "");
        answer.put("theme", "");
        answer.put("filters", FILTERS);
        if (!course.isSite()) {
            answer.put("courseformatoptions", FORMAT_OPTIONS);
        }
    }

    private static void addForManagers(Map<String, @Nullable Object> answer, Course course) {
        answer.put("idnumber", course.idnumber());
        answer.put("legacyfiles", 0);
        answer.put("calendartype", "");
        answer.put("timecreated", course.timecreated());
        answer.put("timemodified", course.timecreated());
        answer.put("requested", 0);
        answer.put("cacherev", course.timecreated());
    }
}
