package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.defaulting;
import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/** {@code gradereport_user_get_grade_items}: the grades in a course, of one account or (0) of all its students. */
final class GetGradeItems implements MoodleFunction {
    /** The depth of a gradebook without categories of its own. */
    private static final int DEPTH = 2;

    private final Tables tables;
    private final CourseAccess access;
    private final GradeDetails details;

    GetGradeItems(Tables tables) {
        this.tables = tables;
        this.access = new CourseAccess(tables);
        this.details = new GradeDetails(tables);
    }

    @Override
    public String name() {
        return "gradereport_user_get_grade_items";
    }

    @Override
    public Structure parameters() {
        return structure()
                .with("courseid", required(ParamType.INT))
                .with("userid", defaulting(ParamType.INT, "0"))
                .with("groupid", defaulting(ParamType.INT, "0"));
    }

    @Override
    public Description returns() {
        Structure user = structure()
                .with("courseid", required(ParamType.INT))
                .with("courseidnumber", required(ParamType.TEXT))
                .with("userid", required(ParamType.INT))
                .with("userfullname", required(ParamType.TEXT))
                .with("useridnumber", required(ParamType.RAW))
                .with("maxdepth", required(ParamType.INT))
                .with("gradeitems", list(GradeDetails.description()));
        return structure().with("usergrades", list(user)).with("warnings", Description.warnings());
    }

    /** Looking at a gradebook for the first time makes it. */
    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public Map<String, Object> call(Arguments arguments, Call call) {
        long userId = arguments.number("userid");
        Course course = access.known(arguments.number("courseid"));
        access.enter(course, call);
        call.require("gradereport/user:view");
        boolean all = call.can("moodle/grade:viewall");
        List<Account> users;
        if (userId == 0) {
            call.require("moodle/grade:viewall");
            users = tables.participants().students(course.id(), arguments.number("groupid"), call.now());
        } else {
            Account user = tables.users().required(userId);
            user.requireActive();
            users = List.of(user);
        }
        if (!all && !(call.isOwn(userId) && call.can("moodle/grade:view"))) {
            throw MoodleFault.of("nopermissiontoviewgrades", "Cannot view grades.");
        }
        return Map.of(
                "usergrades",
                users.stream().map(user -> describe(course, user, call)).toList(),
                "warnings",
                List.of());
    }

    private Map<String, @Nullable Object> describe(Course course, Account user, Call call) {
        Map<String, @Nullable Object> described = new HashMap<>();
        described.put("courseid", course.id());
        described.put("courseidnumber", course.idnumber());
        described.put("userid", user.id());
        described.put("userfullname", user.fullname());
        described.put("useridnumber", user.idnumber());
        described.put("maxdepth", DEPTH);
        described.put("gradeitems", details.of(course, user.id(), call));
        return described;
    }
}
