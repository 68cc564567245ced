package org.rollcall.provision;

import java.util.List;
import java.util.TreeSet;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.SiteInfo;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SiteUnavailableException;
import org.springframework.stereotype.Component;

/** Asks the site, before anything else is done, whether the token gets in and has the functions that the job calls. */
@Component
class SiteCheck {

    private static final List<String> NEEDED = List.of(
            "core_user_create_users",
            "core_user_get_users_by_field",
            "core_cohort_get_cohorts",
            "core_cohort_get_cohort_members",
            "core_cohort_add_cohort_members",
            "core_course_get_courses_by_field",
            "core_enrol_get_enrolled_users",
            "enrol_manual_enrol_users");

    /** Every Moodle has this account, and it cannot be renamed. */
    private static final String GUEST = "guest";

    private final MoodleClient moodle;
    private final RollcallSettings settings;

    SiteCheck(MoodleClient moodle, RollcallSettings settings) {
        this.moodle = moodle;
        this.settings = settings;
    }

    /** @throws SiteUnavailableException when the job could not do its work there */
    void run() {
        SiteInfo site = Answers.valueOf(moodle.site().info());
        requireFunctions(site);
        requireSight(site);
    }

    private void requireFunctions(SiteInfo site) {
        TreeSet<String> missing = new TreeSet<>(NEEDED);
        if (settings.createMissingCohorts()) {
            missing.add("core_cohort_create_cohorts");
        }
        missing.removeAll(site.functions());
        if (!missing.isEmpty()) {
            throw new SiteUnavailableException(
                    UnavailableKind.SERVICE,
                    "The token's service on %s lacks the functions %s; add them under Site administration > Server > Web services > External services."
                            .formatted(site.siteName(), String.join(", ", missing)));
        }
    }

    /** Without the right to see people Moodle answers 'nobody there', and everybody would seem to be new. */
    private void requireSight(SiteInfo site) {
        List<Account> guest = Answers.valueOf(moodle.users().byField(AccountField.USERNAME, List.of(GUEST)));
        if (guest.isEmpty()) {
            throw new SiteUnavailableException(
                    UnavailableKind.PERMISSION,
                    "The account %s of the token sees nobody on %s, not even the guest account; give its role the capability moodle/user:viewdetails in the system context."
                            .formatted(site.username(), site.siteName()));
        }
    }
}
