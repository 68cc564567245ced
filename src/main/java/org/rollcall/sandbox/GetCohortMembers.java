package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollcall.sandbox.Description.Structure;

/** {@code core_cohort_get_cohort_members}: the members' ids; an unknown cohort refuses the whole call. */
final class GetCohortMembers implements MoodleFunction {
    private final Tables tables;

    GetCohortMembers(Tables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "core_cohort_get_cohort_members";
    }

    @Override
    public Structure parameters() {
        return structure().with("cohortids", list(required(ParamType.INT)));
    }

    @Override
    public Description returns() {
        return list(
                structure().with("cohortid", required(ParamType.INT)).with("userids", list(required(ParamType.INT))));
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public List<Map<String, Object>> call(Arguments arguments, Call call) {
        List<Map<String, Object>> answer = new ArrayList<>();
        for (Long id : arguments.numbers("cohortids")) {
            tables.cohorts().require(id);
            call.enterSite();
            call.requireEither("moodle/cohort:manage", "moodle/cohort:view");
            answer.add(Map.of("cohortid", id, "userids", tables.cohorts().members(id)));
        }
        return answer;
    }
}
