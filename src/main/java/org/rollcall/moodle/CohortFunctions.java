package org.rollcall.moodle;

import java.util.List;
import java.util.Map;

/** The cohorts of the site and their members. */
public final class CohortFunctions {

    private static final int COHORTS_PER_CALL = 100;
    private static final int COHORTS_PER_PAGE = 1000;

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
        return calls.write(
                WsFunction.CREATE_COHORTS,
                "cohorts",
                cohorts,
                List.of(),
                answer -> answer.items(Cohort::from, cohorts.size(), "cohorts"));
    }

    /** Deletes cohorts, all or none; their members stay on the site. An id that no cohort has refuses all. */
    public Outcome<Acknowledged> delete(List<Long> cohortIds) {
        return calls.writeIds(WsFunction.DELETE_COHORTS, "cohortids", cohortIds);
    }

    /** Cohorts, those of categories included, whose name, idnumber or description holds a text; all for an empty one. */
    public Outcome<List<Cohort>> search(String text) {
        return Calls.inPages(
                page -> calls.read(
                        WsFunction.SEARCH_COHORTS,
                        new Parameters()
                                .add("query", text)
                                .add("context", Parameters.of("contextlevel", "system", "instanceid", 0))
                                .add("includes", "all")
                                // With includes=all Moodle takes this for the number of a page (cohort/lib.php).
                                .add("limitfrom", page)
                                .add("limitnum", COHORTS_PER_PAGE)
                                .toMap(),
                        1,
                        answer -> answer.list("cohorts", Cohort::from)),
                size -> size == COHORTS_PER_PAGE);
    }

    /** The members of these cohorts. An id that no cohort has refuses all. */
    public Outcome<List<CohortMembers>> members(List<Long> cohortIds) {
        return calls.readByIds(
                WsFunction.COHORT_MEMBERS,
                cohortIds,
                COHORTS_PER_CALL,
                part -> Map.of("cohortids", part),
                CohortMembers::from);
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

    /** Removes accounts from cohorts, all or none. An id that no cohort or account has refuses all. */
    public Outcome<Acknowledged> removeMembers(List<MemberRemoval> members) {
        return calls.write(WsFunction.DELETE_COHORT_MEMBERS, "members", members);
    }
}
