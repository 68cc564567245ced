package org.rollcall.moodle;

import java.util.List;
import java.util.Map;

/** The cohorts of the site and their members. */
public final class CohortFunctions {

    private static final int COHORTS_PER_CALL = 100;

    private final Calls calls;

    CohortFunctions(Calls calls) {
        this.calls = calls;
    }

    /** All cohorts of the site, those of categories included. */
    public Outcome<List<Cohort>> all() {
        return calls.read(WsFunction.COHORTS, Map.of(), 1, answer -> answer.items(Cohort::from));
    }

    /** Creates cohorts, all or none, and gives them in the order asked. An idnumber in use refuses all. */
    public Outcome<List<Cohort>> create(List<NewCohort> cohorts) {
        return calls.write(WsFunction.CREATE_COHORTS, "cohorts", cohorts, List.of(), answer -> {
            List<Cohort> created = answer.items(Cohort::from);
            if (created.size() != cohorts.size()) {
                throw new UnusableAnswerException("The site's answer names " + created.size() + " cohorts, but was"
                        + " asked to create " + cohorts.size() + ".");
            }
            return created;
        });
    }

    /** The members of these cohorts. An id that no cohort has refuses all. */
    public Outcome<List<CohortMembers>> members(List<Long> cohortIds) {
        List<List<Long>> parts = calls.limits().split(cohortIds, COHORTS_PER_CALL, id -> 1, id -> 0);
        return Calls.inTurn(
                parts,
                part -> calls.read(
                        WsFunction.COHORT_MEMBERS,
                        Map.of("cohortids", part),
                        part.size(),
                        answer -> answer.items(CohortMembers::from)));
    }

    /**
     * Adds accounts to cohorts, each for itself: the answer holds a warning for each that was not added, and the
     * others were. A warning that fits none of the members is among {@link Outcome.Done#warnings()}; look at
     * {@link #members} then.
     */
    public Outcome<List<MemberWarning>> addMembers(List<NewMember> members) {
        return calls.write(
                        WsFunction.ADD_COHORT_MEMBERS,
                        "members",
                        members,
                        List.<SiteWarning>of(),
                        SiteWarning::listFrom)
                .then(done -> MemberWarnings.assign(members, done.value()));
    }
}
