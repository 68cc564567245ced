package org.rollcall.moodle;

import java.util.Map;

/** A cohort to create in the system context (core_cohort_create_cohorts), visible, without a description. */
public record NewCohort(String name, String idnumber) implements BatchItem {

    @Override
    public Map<String, Object> parameters() {
        return new Parameters()
                .add("categorytype", Parameters.typed("system", ""))
                .add("name", name)
                .add("idnumber", idnumber)
                .toMap();
    }
}
