package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.defaulting;
import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.optionalList;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/** {@code core_group_create_groups}: all of the batch or none of it. */
final class CreateGroups implements MoodleFunction {
    /** Visible to all, or to members; groups of the modes beyond take no part in activities. */
    private static final long LAST_TAKING_PART = 1;

    private static final long LAST_VISIBILITY = 3;

    private final Tables tables;
    private final CourseAccess access;

    CreateGroups(Tables tables) {
        this.tables = tables;
        this.access = new CourseAccess(tables);
    }

    @Override
    public String name() {
        return "core_group_create_groups";
    }

    @Override
    public Structure parameters() {
        return structure()
                .with(
                        "groups",
                        list(structure()
                                .with("courseid", required(ParamType.INT))
                                .with("name", required(ParamType.TEXT))
                                .with("description", required(ParamType.RAW))
                                .with("descriptionformat", defaulting(ParamType.INT, "1"))
                                .with("enrolmentkey", optional(ParamType.RAW))
                                .with("idnumber", optional(ParamType.RAW))
                                .with("visibility", defaulting(ParamType.INT, "0"))
                                .with("participation", defaulting(ParamType.BOOL, "1"))
                                .with("customfields", customFields())));
    }

    private static Description customFields() {
        return optionalList(
                structure().with("shortname", required(ParamType.ALPHANUMEXT)).with("value", required(ParamType.RAW)));
    }

    @Override
    public Description returns() {
        return list(Group.shape().with("customfields", customFields()));
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public List<Map<String, @Nullable Object>> call(Arguments arguments, Call call) {
        List<Map<String, @Nullable Object>> created = new ArrayList<>();
        for (Arguments group : arguments.items("groups")) {
            created.add(create(group, call));
        }
        return created;
    }

    private Map<String, @Nullable Object> create(Arguments group, Call call) {
        long courseId = group.number("courseid");
        String name = PhpText.trim(group.text("name"));
        if (name.isEmpty()) {
            throw MoodleFault.invalidParameter("Invalid group name");
        }
        if (tables.groups().hasName(courseId, group.text("name"))) {
            throw MoodleFault.invalidParameter("Group with the same name already exists in the course");
        }
        access.enterToRead(courseId, call);
        call.require("moodle/course:managegroups");
        TextFormat.require(group.number("descriptionformat"));
        long visibility = group.number("visibility");
        if (visibility < 0 || visibility > LAST_VISIBILITY) {
            throw MoodleFault.invalidParameter("Invalid group visibility provided. Must be one of 0,1,2,3");
        }
        Map<String, Object> columns = columns(group, name, courseId);
        long id = tables.groups().insert(columns(columns, visibility, call.now()));
        Map<String, @Nullable Object> answer =
                Objects.requireNonNull(tables.groups().byId(id)).answer();
        answer.putIfAbsent("enrolmentkey", "");
        if (group.has("customfields")) {
            answer.put(
                    "customfields",
                    group.items("customfields").stream().map(Arguments::values).toList());
        }
        return answer;
    }

    private Map<String, Object> columns(Arguments group, String name, long courseId) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("courseid", courseId);
        columns.put("name", name);
        columns.put("description", group.text("description"));
        columns.put("descriptionformat", group.number("descriptionformat"));
        if (group.has("enrolmentkey")) {
            columns.put("enrolmentkey", group.text("enrolmentkey"));
        }
        if (group.has("idnumber")) {
            String idnumber = PhpText.trim(group.text("idnumber"));
            if (!PhpText.isEmpty(idnumber) && tables.groups().hasIdnumber(courseId, idnumber)) {
                throw MoodleFault.of("idnumbertaken", "This ID number is already in use");
            }
            columns.put("idnumber", idnumber);
        }
        columns.put("visibility", group.number("visibility"));
        columns.put("participation", group.flag("participation") ? 1 : 0);
        return columns;
    }

    private static Map<String, Object> columns(Map<String, Object> chosen, long visibility, long now) {
        Map<String, Object> columns = new LinkedHashMap<>(chosen);
        columns.put("timecreated", now);
        columns.put("timemodified", now);
        if (visibility > LAST_TAKING_PART) {
            columns.put("participation", 0);
            columns.put("enablemessaging", 0);
        }
        return columns;
    }
}
