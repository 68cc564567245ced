package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;

/** {@code core_cohort_delete_cohorts}: all of the batch or none of it, those that a plugin looks after as well. */
final class DeleteCohorts implements MoodleFunction {
    private final Tables tables;

    DeleteCohorts(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "core_cohort_delete_cohorts";
    }

    @Override
    public Structure parameters() {
        return structure().with("cohortids", list(required(ParamType.INT)));
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
        for (Long id : arguments.numbers("cohortids")) {
            Cohort cohort = tables.cohorts().require(id);
            call.enterSite();
            call.require("moodle/cohort:manage");
            tables.cohorts().delete(cohort.id());
        }
        return null;
    }
}
