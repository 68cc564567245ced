package org.rollcall.moodle;

import java.util.List;

/** Who is in a cohort: the ids of its members, in no order. */
public record CohortMembers(long cohortId, List<Long> userIds) {

    public CohortMembers {
        userIds = List.copyOf(userIds);
    }

    static CohortMembers from(Answer cohort) {
        return new CohortMembers(
                cohort.number("cohortid"),
                cohort.list("userids").stream().map(Answer::asNumber).toList());
    }
}
