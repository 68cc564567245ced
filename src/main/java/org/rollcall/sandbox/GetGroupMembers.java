package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollcall.sandbox.Description.Structure;

/** {@code core_group_get_group_members}: the members' ids; an unknown group refuses the whole call. */
final class GetGroupMembers implements MoodleFunction {
    private final Tables tables;
    private final CourseAccess access;

    GetGroupMembers(Tables tables) {
        this.tables = tables;
        this.access = new CourseAccess(tables);
    }

    @Override
    public String name() {
        return "core_group_get_group_members";
    }

    @Override
    public Structure parameters() {
        return structure().with("groupids", list(required(ParamType.INT)));
    }

    @Override
    public Description returns() {
        return list(
                structure().with("groupid", required(ParamType.INT)).with("userids", list(required(ParamType.INT))));
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public List<Map<String, Object>> call(Arguments arguments, Call call) {
        List<Map<String, Object>> answer = new ArrayList<>();
        for (Long id : arguments.numbers("groupids")) {
            Group group = tables.groups().byId(id);
            if (group == null) {
                throw MoodleFault.missingRecord("groups", "id", id);
            }
            access.enterToRead(group.courseId(), call);
            call.require("moodle/course:managegroups");
            answer.add(Map.of("groupid", id, "userids", tables.groups().members(id)));
        }
        return answer;
    }
}
