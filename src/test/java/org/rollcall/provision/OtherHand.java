package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rollcall.installation.Installation;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.CallLog;
import org.rollcall.moodle.Enrolment;
import org.rollcall.moodle.MemberRemoval;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.MoodleSite;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Unenrolment;
import org.rollcall.moodle.UserUpdate;

/** Somebody who changes a practice site beside Rollcall. */
final class OtherHand {

    private static final List<String> ROLES =
            List.of("", "manager", "coursecreator", "editingteacher", "teacher", "student");

    private final MoodleClient moodle;

    private OtherHand(MoodleClient moodle) {
        this.moodle = moodle;
    }

    static OtherHand of(Installation installation) {
        MoodleSite site = MoodleSite.of(
                installation.sandbox().url(), installation.sandbox().token());
        return new OtherHand(new MoodleClient(site, MoodleClient.httpClient(site), new CallLog()));
    }

    /** Enrols somebody, or sets the enrolment anew, without dates. */
    void enrol(String username, String course, String role, @Nullable Boolean suspended) {
        valueOf(moodle.enrolments()
                .enrol(List.of(
                        new Enrolment(account(username), course(course), ROLES.indexOf(role), null, null, suspended))));
    }

    /** Takes somebody out of a course. */
    void unenrol(String username, String course) {
        valueOf(moodle.enrolments().unenrol(List.of(new Unenrolment(account(username), course(course)))));
    }

    void update(String username, UnaryOperator<UserUpdate> change) {
        valueOf(moodle.users().update(List.of(change.apply(UserUpdate.of(account(username))))));
    }

    void removeFromCohort(String username, String idnumber) {
        long cohort = valueOf(moodle.cohorts().search(idnumber)).get(0).id();
        valueOf(moodle.cohorts().removeMembers(List.of(new MemberRemoval(cohort, account(username)))));
    }

    long account(String username) {
        return valueOf(moodle.users().byField(AccountField.USERNAME, List.of(username)))
                .get(0)
                .id();
    }

    private long course(String shortname) {
        return valueOf(moodle.courses().byShortname(shortname)).get(0).id();
    }

    private static <T> T valueOf(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return Objects.requireNonNull(((Done<T>) outcome).value());
    }
}
