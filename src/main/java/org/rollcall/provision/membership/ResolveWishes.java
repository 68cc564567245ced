package org.rollcall.provision.membership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.Memberships;
import org.rollcall.ledger.StagedWish;
import org.rollcall.ledger.Wish;
import org.rollcall.ledger.Wishes;
import org.rollcall.moodle.Cohort;
import org.rollcall.moodle.Course;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.operation.Answers;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SiteNames;
import org.rollcall.roster.file.Problem;
import org.springframework.stereotype.Component;

/** Finds the roles, cohorts and courses that a roster names. There are few of them, however long it is. */
@Component
class ResolveWishes {

    private final MoodleClient moodle;
    private final RollcallSettings settings;
    private final Wishes wishes;

    ResolveWishes(MoodleClient moodle, RollcallSettings settings, Wishes wishes) {
        this.moodle = moodle;
        this.settings = settings;
        this.wishes = wishes;
    }

    /** Why a membership cannot be made, in words for it. */
    private interface Reason {
        Problem of(Membership membership);
    }

    /** What a roster asks for that cannot be had. */
    final class Unresolved {

        private final Map<AskedName, Reason> reasons = new LinkedHashMap<>();

        /** Why a membership cannot be made, or null where its role, cohort or course is there. */
        @Nullable
        Problem problem(Membership membership) {
            if (isRoleUnknown(membership.role())) {
                return MembershipProblems.unknownRole(
                        membership, settings.site().roleIds().keySet());
            }
            Reason reason = reasons.get(AskedName.of(membership));
            return reason == null ? null : reason.of(membership);
        }
    }

    /**
     * Writes down where the site has what is asked for, and gives what it does not have. What has been found before is not
     * looked for again.
     */
    Unresolved resolve(long run) {
        Map<AskedName, String> names = new LinkedHashMap<>();
        for (StagedWish staged : wishes.pendingNotFound(run)) {
            Wish wish = staged.wish();
            if (!isRoleUnknown(wish.role())) {
                names.putIfAbsent(AskedName.of(wish), wish.name());
            }
        }
        Unresolved unresolved = new Unresolved();
        resolveCohorts(run, of(MembershipKind.COHORT, names), unresolved.reasons);
        resolveCourses(run, of(MembershipKind.COURSE, names), unresolved.reasons);
        return unresolved;
    }

    /** Whether a role is named that the settings do not have. */
    boolean isRoleUnknown(@Nullable String role) {
        return role != null && settings.site().roleId(role) == null;
    }

    private static List<String> of(MembershipKind kind, Map<AskedName, String> names) {
        return names.entrySet().stream()
                .filter(asked -> asked.getKey().kind() == kind)
                .map(Map.Entry::getValue)
                .toList();
    }

    private void resolveCohorts(long run, Collection<String> asked, Map<AskedName, Reason> reasons) {
        if (asked.isEmpty()) {
            return;
        }
        List<Cohort> all = Answers.valueOf(moodle.cohorts().all());
        SiteNames names = SiteNames.ofCohorts(all);
        Map<String, List<Cohort>> byKey =
                all.stream().collect(Collectors.groupingBy(cohort -> Memberships.key(cohort.idnumber())));
        for (String name : asked) {
            String key = Memberships.key(name);
            List<Cohort> found = byKey.getOrDefault(key, List.of());
            if (found.size() == 1) {
                wishes.found(run, MembershipKind.COHORT, name, found.get(0).id());
            } else if (found.size() > 1) {
                reasons.put(
                        new AskedName(MembershipKind.COHORT, key),
                        membership -> MembershipProblems.ambiguousCohort(membership, found.size()));
            } else if (!settings.createMissingCohorts()) {
                String end = names.endOfSentence(name);
                reasons.put(
                        new AskedName(MembershipKind.COHORT, key),
                        membership -> MembershipProblems.unknownCohort(membership, end));
            }
        }
    }

    private void resolveCourses(long run, Collection<String> asked, Map<AskedName, Reason> reasons) {
        List<String> unknown = new ArrayList<>();
        for (String name : asked) {
            List<Course> found = Answers.valueOf(moodle.courses().byShortname(name));
            if (found.isEmpty()) {
                unknown.add(name);
            } else {
                wishes.found(run, MembershipKind.COURSE, name, found.get(0).id());
            }
        }
        if (unknown.isEmpty()) {
            return;
        }
        // A site that does not tell its courses, or has too many of them, is none to give hints on.
        SiteNames names = moodle.courses().all() instanceof Done<List<Course>> all
                ? SiteNames.ofCourses(all.value())
                : SiteNames.none();
        for (String name : unknown) {
            String end = names.endOfSentence(name);
            reasons.put(
                    new AskedName(MembershipKind.COURSE, Memberships.key(name)),
                    membership -> MembershipProblems.unknownCourse(membership, end));
        }
    }
}
