package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/** {@code core_group_add_group_members}: all of the batch or none of it; who is a member already stays one. */
final class AddGroupMembers implements MoodleFunction {
    private final Tables tables;
    private final CourseAccess access;

    AddGroupMembers(Tables tables) {
        this.tables = tables;
        this.access = new CourseAccess(tables);
    }

    @Override
    public String name() {
        return "core_group_add_group_members";
    }

    @Override
    public Structure parameters() {
        return structure()
                .with(
                        "members",
                        list(structure()
                                .with("groupid", required(ParamType.INT))
                                .with("userid", required(ParamType.INT))));
    }

    @Override
    public @Nullable Description returns() {
        return null;
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public @Nullable Object call(Arguments arguments, Call call) {
        arguments.items("members").forEach(member -> add(member.number("groupid"), member.number("userid"), call));
        return null;
    }

    private void add(long groupId, long userId, Call call) {
        Group group = tables.groups().byId(groupId);
        if (group == null) {
            throw MoodleFault.missingRecord("groups", "id", groupId);
        }
        Account account = tables.users().byId(userId);
        if (account == null || account.deleted()) {
            throw MoodleFault.invalidUser("id = ? AND deleted = ? AND mnethostid = ?", userId, 0, "1");
        }
        access.enterToRead(group.courseId(), call);
        call.require("moodle/course:managegroups");
        boolean takesPart = group.courseId() == Course.SITE
                ? !account.username().equals("guest")
                : tables.enrolments().isEnrolled(group.courseId(), userId);
        if (!takesPart) {
            throw MoodleFault.invalidParameter("Only enrolled users may be members of groups");
        }
        tables.groups().addMember(groupId, userId);
    }
}
