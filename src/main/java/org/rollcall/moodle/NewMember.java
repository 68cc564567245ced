package org.rollcall.moodle;

import java.util.LinkedHashMap;
import java.util.Map;

/** An account to add to a cohort, both by their ids (core_cohort_add_cohort_members). */
public record NewMember(long cohortId, long userId) implements BatchItem {

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("cohorttype", byId(cohortId));
        parameters.put("usertype", byId(userId));
        return parameters;
    }

    private static Map<String, Object> byId(long id) {
        Map<String, Object> type = new LinkedHashMap<>();
        type.put("type", "id");
        type.put("value", id);
        return type;
    }
}
