package org.rollcall.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.Acknowledged;
import org.rollcall.moodle.Cohort;
import org.rollcall.moodle.CohortMembers;
import org.rollcall.moodle.MemberRemoval;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.operation.RollcallSettings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the token's account sees cohorts and may change who is in them. */
@Component
@Order(4)
class CohortExamination implements Examination {

    private static final String SUBJECT = "Cohorts";
    private static final String ASSIGN = "moodle/cohort:assign";
    private static final String MANAGE = "moodle/cohort:manage";

    private final MoodleClient moodle;
    private final RollcallSettings settings;

    CohortExamination(MoodleClient moodle, RollcallSettings settings) {
        this.moodle = moodle;
        this.settings = settings;
    }

    @Override
    public List<Finding> look(Scene scene) {
        if (!scene.offers("core_cohort_get_cohorts")) {
            return List.of();
        }
        Outcome<List<Cohort>> outcome = moodle.cohorts().all();
        List<Finding> findings = new ArrayList<>();
        if (outcome instanceof Done<List<Cohort>> done) {
            findings.add(Finding.green(
                    SUBJECT, "%,d cohorts can be seen.".formatted(done.value().size())));
            findings.add(assignment(scene, done.value()));
            if (settings.createMissingCohorts()) {
                findings.add(Finding.amber(
                        SUBJECT,
                        "Whether cohorts can be created cannot be found out without creating one; the account needs "
                                + MANAGE + ".",
                        AdminPlace.capability(MANAGE)));
            }
        } else {
            findings.add(Finding.red(
                    SUBJECT,
                    "Cohorts cannot be seen: " + Examination.reason(outcome),
                    AdminPlace.capability("moodle/cohort:view")));
        }
        return findings;
    }

    /**
     * Removes the guest account from a cohort that it is not in: Moodle asks for the permission that adding takes, and
     * then changes nothing.
     */
    private Finding assignment(Scene scene, List<Cohort> cohorts) {
        Optional<MemberRemoval> removal = scene.offers(
                        "core_cohort_delete_cohort_members",
                        "core_cohort_get_cohort_members",
                        "core_user_get_users_by_field")
                ? nothingToRemove(cohorts)
                : Optional.empty();
        if (removal.isEmpty()) {
            return Finding.amber(
                    SUBJECT,
                    "Whether people can be added could not be found out without adding somebody; the account needs "
                            + ASSIGN + ".",
                    AdminPlace.capability(ASSIGN));
        }
        Outcome<Acknowledged> outcome = moodle.cohorts().removeMembers(List.of(removal.get()));
        if (outcome.isDone()) {
            return Finding.green(SUBJECT, "People can be added.");
        }
        return outcome instanceof Refused<Acknowledged> refused && refused.lacksPermission()
                ? Finding.red(SUBJECT, "People cannot be added: " + refused.message(), AdminPlace.capability(ASSIGN))
                : Finding.amber(
                        SUBJECT,
                        "Whether people can be added could not be found out: " + Examination.reason(outcome),
                        null);
    }

    private Optional<MemberRemoval> nothingToRemove(List<Cohort> cohorts) {
        if (cohorts.isEmpty()
                || !(moodle.users().byField(AccountField.USERNAME, List.of(Scene.GUEST))
                        instanceof Done<List<Account>> guest)
                || guest.value().isEmpty()) {
            return Optional.empty();
        }
        long cohort = cohorts.get(0).id();
        long guestId = guest.value().get(0).id();
        boolean isNoMember = moodle.cohorts().members(List.of(cohort)) instanceof Done<List<CohortMembers>> members
                && members.value().stream().noneMatch(each -> each.userIds().contains(guestId));
        return isNoMember ? Optional.of(new MemberRemoval(cohort, guestId)) : Optional.empty();
    }
}
