package org.rollcall.provision.leaver;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.LeaverAction;
import org.rollcall.ledger.LeaverScope;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.Memberships;
import org.rollcall.moodle.Cohort;
import org.rollcall.moodle.Course;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.operation.Answers;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.SiteNames;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.operation.SnapshotScope;
import org.rollcall.operation.SnapshotSettings;
import org.rollcall.provision.sending.SitePrecondition;
import org.springframework.stereotype.Component;

/** Finds the cohorts and courses that a snapshot is of. */
@Component
public class SnapshotScopes {

    private final MoodleClient moodle;
    private final SnapshotSettings settings;
    private final SitePrecondition precondition;

    SnapshotScopes(MoodleClient moodle, RollcallSettings settings, SitePrecondition precondition) {
        this.moodle = moodle;
        this.settings = settings.snapshot();
        this.precondition = precondition;
    }

    /** Whether the roster is taken for a snapshot. */
    boolean areAsked() {
        return settings.enabled();
    }

    /**
     * Sees, before a run is begun, that a snapshot has a scope, and that the site has it and can take people out of it.
     *
     * @throws SettingsException when it is of nothing, or of something that the site does not have
     * @throws SiteUnavailableException when the token's service lacks a function that it takes
     */
    public void check() {
        if (settings.enabled()) {
            List<SnapshotScope> scopes = settings.scopes();
            if (scopes.isEmpty()) {
                throw new SettingsException(
                        "A snapshot has to be of something: name it with --scope-cohort or --scope-course, or below rollcall.snapshot in config/application.yml.");
            }
            Set<String> functions = new TreeSet<>();
            scopes.forEach(scope -> functions.addAll(functions(scope.action())));
            precondition.require(functions);
            resolve();
        }
    }

    private static Set<String> functions(LeaverAction action) {
        return switch (action) {
            case REPORT -> Set.of();
            case REMOVE_FROM_COHORT -> Set.of("core_cohort_delete_cohort_members");
            case UNENROL -> Set.of("enrol_manual_unenrol_users");
            case SUSPEND_ENROLMENT -> Set.of("enrol_manual_enrol_users");
            case SUSPEND_ACCOUNT -> Set.of("core_user_update_users");
        };
    }

    /**
     * The cohorts and courses with the site's ids of them; how many people are there is not known yet.
     *
     * @throws SettingsException when the site does not have one of them
     */
    List<LeaverScope> resolve() {
        List<LeaverScope> resolved = new ArrayList<>();
        @Nullable List<Cohort> cohorts = null;
        for (SnapshotScope scope : settings.scopes()) {
            long id;
            if (scope.kind() == MembershipKind.COHORT) {
                cohorts = cohorts == null ? Answers.valueOf(moodle.cohorts().all()) : cohorts;
                id = cohort(scope, cohorts);
            } else {
                id = course(scope);
            }
            resolved.add(new LeaverScope(scope.kind(), id, scope.name(), scope.action(), 0));
        }
        return resolved;
    }

    private static long cohort(SnapshotScope scope, List<Cohort> all) {
        List<Cohort> found = all.stream()
                .filter(cohort -> Memberships.key(cohort.idnumber()).equals(Memberships.key(scope.name())))
                .toList();
        if (found.size() > 1) {
            throw new SettingsException(
                    "The scope of the snapshot names the %s, and the site has %d cohorts with this Cohort ID."
                            .formatted(scope.words(), found.size()));
        }
        if (found.isEmpty()) {
            throw unknown(scope, SiteNames.ofCohorts(all));
        }
        return found.get(0).id();
    }

    private long course(SnapshotScope scope) {
        List<Course> found = Answers.valueOf(moodle.courses().byShortname(scope.name()));
        if (found.isEmpty()) {
            throw unknown(
                    scope,
                    moodle.courses().all() instanceof Done<List<Course>> all
                            ? SiteNames.ofCourses(all.value())
                            : SiteNames.none());
        }
        return found.get(0).id();
    }

    private static SettingsException unknown(SnapshotScope scope, SiteNames names) {
        return new SettingsException("The scope of the snapshot names the %s, which the site does not have%s"
                .formatted(scope.words(), names.endOfSentence(scope.name())));
    }
}
