package org.rollcall.moodle;

import java.util.LinkedHashMap;
import java.util.Map;

/** A cohort to create in the system context (core_cohort_create_cohorts), visible, without a description. */
public record NewCohort(String name, String idnumber) implements BatchItem {

    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("type", "system");
        context.put("value", "");
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("categorytype", context);
        parameters.put("name", name);
        parameters.put("idnumber", idnumber);
        return parameters;
    }
}
