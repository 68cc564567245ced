package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/**
 * {@code core_cohort_delete_cohort_members}: all of the batch or none of it; who is no member is passed over without a
 * word.
 */
final class DeleteCohortMembers implements MoodleFunction {
    private final Tables tables;

    DeleteCohortMembers(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "core_cohort_delete_cohort_members";
    }

    @Override
    public Structure parameters() {
        return structure()
                .with(
                        "members",
                        list(structure()
                                .with("cohortid", required(ParamType.INT))
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
        for (Arguments member : arguments.items("members")) {
            Cohort cohort = tables.cohorts().require(member.number("cohortid"));
            long userId = member.number("userid");
            if (tables.users().idIfThere(userId) == null) {
                throw MoodleFault.invalidUser("id = ? AND deleted = ? AND mnethostid = ?", userId, 0, "1");
            }
            call.enterSite();
            call.requireEither("moodle/cohort:manage", "moodle/cohort:assign");
            tables.cohorts().removeMember(cohort.id(), userId);
        }
        return null;
    }
}
