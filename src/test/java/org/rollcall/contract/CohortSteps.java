package org.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.moodle.Cohort;
import org.rollcall.moodle.CohortMembers;
import org.rollcall.moodle.MemberRemoval;
import org.rollcall.moodle.MemberWarning;
import org.rollcall.moodle.NewCohort;
import org.rollcall.moodle.NewMember;

/** Creates a cohort, and puts people into it and out of it. */
final class CohortSteps {
    private static final String CREATE = "core_cohort_create_cohorts";
    private static final String DELETE = "core_cohort_delete_cohorts";
    private static final String SEARCH = "core_cohort_search_cohorts";
    private static final String ALL = "core_cohort_get_cohorts";
    private static final String MEMBERS = "core_cohort_get_cohort_members";
    private static final String ADD = "core_cohort_add_cohort_members";
    private static final String REMOVE = "core_cohort_delete_cohort_members";

    private final Trial trial;

    CohortSteps(Trial trial) {
        this.trial = trial;
    }

    List<Step> all() {
        List<String> creating = List.of(CREATE, DELETE, SEARCH);
        List<String> adding = with(creating, MEMBERS, ADD);
        List<String> removing = with(adding, REMOVE);
        return List.of(
                new Step("keeps no cohort of a batch with an idnumber twice", creating, this::keepsNoCohort),
                new Step("creates a cohort", creating, this::creates),
                new Step("lists the cohort among all", with(creating, ALL), this::lists),
                new Step("adds each member for itself", adding, this::adds),
                new Step("says who is a member already", adding, this::addsAgain),
                new Step("removes nobody of a batch with an unknown account", removing, this::removesNobody),
                new Step("removes members, and minds none who is not one", removing, this::removes),
                new Step("deletes no cohort of a batch with an unknown id", creating, this::deletesNone),
                new Step("deletes a cohort", creating, this::deletes));
    }

    private static List<String> with(List<String> functions, String... more) {
        List<String> all = new ArrayList<>(functions);
        all.addAll(List.of(more));
        return all;
    }

    private NewCohort newCohort(String name) {
        return new NewCohort(trial.prefix() + " " + name, trial.prefix());
    }

    private void keepsNoCohort() {
        Outcomes.refused(
                trial.client().cohorts().create(List.of(newCohort("first"), newCohort("second"))), "invalidparameter");
        assertThat(trial.cohorts()).isEmpty();
    }

    private void creates() {
        Cohort cohort = Outcomes.done(trial.client().cohorts().create(List.of(newCohort("cohort"))))
                .get(0);
        trial.made(cohort);
        assertThat(cohort.idnumber()).isEqualTo(trial.prefix());
        assertThat(trial.cohorts()).containsExactly(cohort);
    }

    private void lists() {
        long id = trial.cohortId();
        assertThat(Outcomes.done(trial.client().cohorts().all()))
                .extracting(Cohort::id)
                .contains(id);
    }

    private void adds() {
        long cohort = trial.cohortId();
        List<MemberWarning> warnings = Outcomes.done(trial.client()
                .cohorts()
                .addMembers(List.of(
                        new NewMember(cohort, trial.person(0)),
                        new NewMember(cohort, Trial.NOBODY),
                        new NewMember(Trial.NOBODY, trial.person(0)),
                        new NewMember(cohort, trial.person(1)))));
        assertThat(warnings).extracting(MemberWarning::code).containsExactly("2", "2");
        assertThat(warnings).extracting(MemberWarning::alreadyMember).containsOnly(false);
        assertMembers(trial.person(0), trial.person(1));
    }

    private void addsAgain() {
        List<MemberWarning> warnings = Outcomes.done(trial.client()
                .cohorts()
                .addMembers(List.of(
                        new NewMember(trial.cohortId(), trial.person(1)),
                        new NewMember(trial.cohortId(), trial.person(2)))));
        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.userId()).isEqualTo(trial.person(1));
            assertThat(warning.alreadyMember()).isTrue();
        });
        assertMembers(trial.person(0), trial.person(1), trial.person(2));
    }

    private void removesNobody() {
        Outcomes.refused(
                trial.client()
                        .cohorts()
                        .removeMembers(List.of(
                                new MemberRemoval(trial.cohortId(), trial.person(0)),
                                new MemberRemoval(trial.cohortId(), Trial.NOBODY))),
                "invaliduser");
        assertMembers(trial.person(0), trial.person(1), trial.person(2));
    }

    private void removes() {
        for (int time = 0; time < 2; time++) {
            Outcomes.done(trial.client()
                    .cohorts()
                    .removeMembers(List.of(
                            new MemberRemoval(trial.cohortId(), trial.person(0)),
                            new MemberRemoval(trial.cohortId(), trial.person(1)))));
            assertMembers(trial.person(2));
        }
    }

    private void deletesNone() {
        long cohort = trial.cohortId();
        Outcomes.refused(trial.client().cohorts().delete(List.of(cohort, Trial.NOBODY)), "invalidrecord");
        assertThat(trial.cohorts()).extracting(Cohort::id).containsExactly(cohort);
    }

    private void deletes() {
        Outcomes.done(trial.client().cohorts().delete(List.of(trial.cohortId())));
        assertThat(trial.cohorts()).isEmpty();
    }

    private void assertMembers(Long... userIds) {
        assertThat(Outcomes.done(trial.client().cohorts().members(List.of(trial.cohortId()))))
                .singleElement()
                .extracting(CohortMembers::userIds)
                .satisfies(members -> assertThat(members).containsExactlyInAnyOrder(userIds));
    }
}
