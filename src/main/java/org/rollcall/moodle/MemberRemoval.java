package org.rollcall.moodle;

import java.util.Map;

/**
 * An account to remove from a cohort (core_cohort_delete_cohort_members). One that is no member is passed over in
 * silence.
 */
public record MemberRemoval(long cohortId, long userId) implements BatchItem {

    @Override
    public Map<String, Object> parameters() {
        return Parameters.of("cohortid", cohortId, "userid", userId);
    }
}
