package org.rollcall.moodle;

import java.util.Map;

/** An account to add to a cohort, both by their ids (core_cohort_add_cohort_members). */
public record NewMember(long cohortId, long userId) implements BatchItem {

    @Override
    public Map<String, Object> parameters() {
        return Parameters.of(
                "cohorttype", Parameters.typed("id", cohortId), "usertype", Parameters.typed("id", userId));
    }
}
