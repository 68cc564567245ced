package org.rollcall.provision.sending;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rollcall.check.Feature;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.SiteInfo;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.operation.Answers;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SiteUnavailableException;
import org.springframework.stereotype.Component;

/** Asks the site, before anything else is done, whether the token gets in and has the functions that the job calls. */
@Component
public class SitePrecondition {

    /** Every Moodle has this account, and it cannot be renamed. */
    public static final String GUEST = "guest";

    private final MoodleClient moodle;
    private final RollcallSettings settings;

    SitePrecondition(MoodleClient moodle, RollcallSettings settings) {
        this.moodle = moodle;
        this.settings = settings;
    }

    /**
     * Asks the site in.
     *
     * @throws SiteUnavailableException when the job could not do its work there
     */
    public void check() {
        SiteInfo site = Answers.valueOf(moodle.site().info());
        requireFunctions(site);
        requireSight(site);
    }

    private void requireFunctions(SiteInfo site) {
        Set<String> missing = new TreeSet<>(Feature.PROVISION.missing(site.functions()));
        if (settings.createMissingCohorts()) {
            missing.addAll(Feature.CREATE_COHORTS.missing(site.functions()));
        }
        if (settings.createMissingGroups()) {
            missing.addAll(Feature.GROUPS.missing(site.functions()));
            missing.addAll(Feature.CREATE_GROUPS.missing(site.functions()));
        }
        refuseWithout(missing, site);
    }

    /**
     * Asks for the functions of something that only some rosters want.
     *
     * @throws SiteUnavailableException when the token's service lacks any
     */
    public void require(Feature feature) {
        SiteInfo site = Answers.valueOf(moodle.site().info());
        refuseWithout(feature.missing(site.functions()), site);
    }

    /**
     * Asks for functions that only some runs call.
     *
     * @throws SiteUnavailableException when the token's service lacks any
     */
    public void require(Set<String> functions) {
        if (!functions.isEmpty()) {
            SiteInfo site = Answers.valueOf(moodle.site().info());
            Set<String> missing = new TreeSet<>(functions);
            missing.removeAll(site.functions());
            refuseWithout(missing, site);
        }
    }

    private static void refuseWithout(Set<String> missing, SiteInfo site) {
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
