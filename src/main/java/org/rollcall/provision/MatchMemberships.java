package org.rollcall.provision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.Memberships;
import org.rollcall.moodle.Cohort;
import org.rollcall.moodle.CohortMembers;
import org.rollcall.moodle.Course;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Participant;
import org.rollcall.moodle.Role;
import org.rollcall.operation.RollcallSettings;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds the cohorts and courses that the roster names, and who is in them already, so that nothing is sent that is there.
 * Writes nothing to the site. A cohort or course is read whole, by ids, once; and only when somebody who had an account
 * before asks for it.
 */
@Component
@StepScope
class MatchMemberships implements Tasklet {

    private final long run;
    private final MoodleClient moodle;
    private final RollcallSettings settings;
    private final Memberships memberships;
    private final MembershipVerdicts verdicts;

    MatchMemberships(
            @Value("#{jobParameters['run']}") long run,
            MoodleClient moodle,
            RollcallSettings settings,
            Memberships memberships,
            MembershipVerdicts verdicts) {
        this.run = run;
        this.moodle = moodle;
        this.settings = settings;
        this.memberships = memberships;
        this.verdicts = verdicts;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        rejectUnknownRoles();
        matchCohorts();
        matchCourses();
        return RepeatStatus.FINISHED;
    }

    private void rejectUnknownRoles() {
        for (String role : memberships.rolesAsked(run)) {
            if (settings.site().roleId(role) == null) {
                verdicts.rejected(
                        run,
                        memberships.pendingWithRole(run, role),
                        wish -> MembershipProblems.unknownRole(
                                wish, settings.site().roleIds().keySet()));
            }
        }
    }

    private void matchCohorts() {
        List<String> asked = memberships.namesAsked(run, MembershipKind.COHORT);
        if (asked.isEmpty()) {
            return;
        }
        List<Cohort> all = Answers.valueOf(moodle.cohorts().all());
        SiteNames names = SiteNames.ofCohorts(all);
        Map<String, List<Cohort>> byKey =
                all.stream().collect(Collectors.groupingBy(cohort -> Memberships.key(cohort.idnumber())));
        Map<Long, List<Membership>> wishes = new HashMap<>();
        for (String name : asked) {
            List<Cohort> found = byKey.getOrDefault(Memberships.key(name), List.of());
            if (found.size() == 1) {
                long id = found.get(0).id();
                memberships.found(run, MembershipKind.COHORT, name, id);
                List<Membership> ofKnownPeople = memberships.pendingOfMatchedRows(run, MembershipKind.COHORT, name);
                if (!ofKnownPeople.isEmpty()) {
                    wishes.put(id, ofKnownPeople);
                }
            } else if (found.size() > 1) {
                verdicts.rejected(
                        run,
                        memberships.pending(run, MembershipKind.COHORT, name),
                        wish -> MembershipProblems.ambiguousCohort(wish, found.size()));
            } else if (!settings.createMissingCohorts()) {
                String end = names.endOfSentence(name);
                verdicts.rejected(
                        run,
                        memberships.pending(run, MembershipKind.COHORT, name),
                        wish -> MembershipProblems.unknownCohort(wish, end));
            }
        }
        markMembers(wishes);
    }

    private void markMembers(Map<Long, List<Membership>> wishesByCohort) {
        List<Long> ids = List.copyOf(wishesByCohort.keySet());
        Outcome<List<CohortMembers>> all = moodle.cohorts().members(ids);
        if (all instanceof Refused<List<CohortMembers>> && ids.size() > 1) {
            // One cohort that may not be read refuses them all.
            wishesByCohort.forEach((id, wishes) -> markMembers(Map.of(id, wishes)));
            return;
        }
        if (all instanceof Refused<List<CohortMembers>> refused && refused.lacksPermission()) {
            wishesByCohort.values().forEach(wishes -> verdicts.rejected(run, wishes, MembershipProblems::unreadable));
            return;
        }
        for (CohortMembers cohort : Answers.valueOf(all)) {
            Set<Long> members = new HashSet<>(cohort.userIds());
            verdicts.present(wishesByCohort.getOrDefault(cohort.cohortId(), List.of()).stream()
                    .filter(wish -> members.contains(wish.accountId()))
                    .toList());
        }
    }

    private void matchCourses() {
        List<String> unknown = new ArrayList<>();
        for (String name : memberships.namesAsked(run, MembershipKind.COURSE)) {
            List<Course> found = Answers.valueOf(moodle.courses().byShortname(name));
            if (found.isEmpty()) {
                unknown.add(name);
                continue;
            }
            long id = found.get(0).id();
            memberships.found(run, MembershipKind.COURSE, name, id);
            List<Membership> ofKnownPeople = memberships.pendingOfMatchedRows(run, MembershipKind.COURSE, name);
            if (!ofKnownPeople.isEmpty()) {
                markParticipants(id, ofKnownPeople);
            }
        }
        rejectUnknownCourses(unknown);
    }

    private void rejectUnknownCourses(List<String> unknown) {
        if (unknown.isEmpty()) {
            return;
        }
        // A site that does not tell its courses, or has too many of them, is none to give hints on.
        SiteNames names = moodle.courses().all() instanceof Done<List<Course>> all
                ? SiteNames.ofCourses(all.value())
                : SiteNames.none();
        for (String name : unknown) {
            String end = names.endOfSentence(name);
            verdicts.rejected(
                    run,
                    memberships.pending(run, MembershipKind.COURSE, name),
                    wish -> MembershipProblems.unknownCourse(wish, end));
        }
    }

    private void markParticipants(long courseId, List<Membership> wishes) {
        Outcome<List<Participant>> participants = moodle.enrolments().participants(courseId);
        if (participants instanceof Refused<List<Participant>> refused && refused.lacksPermission()) {
            verdicts.rejected(run, wishes, MembershipProblems::unreadable);
            return;
        }
        Map<Long, Set<Long>> rolesByAccount = new HashMap<>();
        for (Participant participant : Answers.valueOf(participants)) {
            rolesByAccount.put(
                    participant.userId(),
                    participant.roles().stream().map(Role::id).collect(Collectors.toSet()));
        }
        List<Membership> present = new ArrayList<>();
        for (Membership wish : wishes) {
            Set<Long> roles = rolesByAccount.get(wish.accountId());
            if (roles != null
                    && (wish.role() == null || roles.contains(settings.site().roleId(wish.role())))) {
                present.add(wish);
                if (wish.saysWhen()) {
                    verdicts.warned(run, wish, MembershipProblems.kept(wish));
                }
            } else if (roles != null && wish.saysWhen()) {
                verdicts.warned(run, wish, MembershipProblems.roleAdded(wish));
            } else if (roles != null) {
                // Adding a role sets the enrolment anew: a suspended one would be active, an end would be gone.
                verdicts.rejected(run, wish, MembershipProblems.otherRole(wish));
            }
        }
        verdicts.present(present);
    }
}
