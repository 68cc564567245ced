package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;
import static org.rollcall.sandbox.Description.withAll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.sandbox.Description.Structure;

/**
 * {@code local_wsfunc_get_users_courses}: the courses in which one of the partner's people is actively enrolled, and
 * since when.
 */
final class PartnerUsersCourses implements MoodleFunction {
    private final Tables tables;
    private final PartnerCohorts cohorts;

    PartnerUsersCourses(Tables tables) {
        this.tables = tables;
        this.cohorts = new PartnerCohorts(tables);
    }

    @Override
    public String name() {
        return "local_wsfunc_get_users_courses";
    }

    @Override
    public Structure parameters() {
        return structure().with("userid", required(ParamType.INT));
    }

    @Override
    public Description returns() {
        Structure course = withAll(
                structure(),
                required(ParamType.RAW),
                List.of("id", "shortname", "fullname", "enrolledusercount", "idnumber", "visible"));
        return list(withAll(
                course,
                optional(ParamType.RAW),
                List.of(
                        "summary",
                        "summaryformat",
                        "format",
                        "showgrades",
                        "lang",
                        "enablecompletion",
                        "enroltimestart",
                        "enroltimeend",
                        "enroltimecreated")));
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public List<Map<String, Object>> call(Arguments arguments, Call call) {
        long userId = arguments.number("userid");
        call.enterSite();
        cohorts.require(userId, call);
        return tables.enrolments().courses(userId, true, call.now()).stream()
                .map(course -> describe(course, userId, call))
                .toList();
    }

    private Map<String, Object> describe(Course course, long userId, Call call) {
        Enrolments.Window window = tables.enrolments().activeWindow(course.id(), userId, call.now());
        Map<String, Object> described = new HashMap<>();
        described.put("id", course.id());
        described.put("shortname", course.shortname());
        described.put("fullname", course.fullname());
        described.put("enrolledusercount", tables.participants().count(course.id()));
        described.put("idnumber", course.idnumber());
        described.put("visible", course.visible() ? 1 : 0);
        described.put("summary", course.summary());
        described.put("summaryformat", course.summaryformat());
        described.put("format", course.format());
        described.put("showgrades", true);
        described.put("lang", "");
        described.put("enablecompletion", course.completion());
        described.put("enroltimestart", window.timestart());
        described.put("enroltimeend", window.timeend());
        described.put("enroltimecreated", window.timecreated());
        return described;
    }
}
