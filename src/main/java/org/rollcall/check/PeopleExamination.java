package org.rollcall.check;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.NewUser;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Outcome.Unavailable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the token's account sees people and may create them. */
@Component
@Order(3)
class PeopleExamination implements Examination {

    private static final String SUBJECT = "People";

    private final MoodleClient moodle;

    PeopleExamination(MoodleClient moodle) {
        this.moodle = moodle;
    }

    @Override
    public List<Finding> look(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        if (scene.offers("core_user_get_users_by_field")) {
            findings.add(sight(scene));
        }
        if (scene.offers("core_user_create_users")) {
            findings.add(creation());
        }
        return findings;
    }

    private Finding sight(Scene scene) {
        Outcome<List<Account>> outcome = moodle.users().byField(AccountField.USERNAME, List.of(Scene.GUEST));
        return outcome.fold(
                done -> done.value().isEmpty()
                        ? blind(scene)
                        : seen(done.value().get(0)),
                refused -> notFoundOut("Looking people up was refused: " + refused.message()),
                unavailable ->
                        Finding.red(SUBJECT, unavailable.reason(), AdminPlace.capability("moodle/user:viewalldetails")),
                ambiguous -> notFoundOut(ambiguous.reason()));
    }

    private static Finding blind(Scene scene) {
        return Finding.red(
                SUBJECT,
                "The account %s sees nobody, not even the guest account, so everybody would seem to be new."
                        .formatted(scene.site().username()),
                AdminPlace.capability("moodle/user:viewdetails"));
    }

    private static Finding seen(Account guest) {
        return guest.email() == null
                ? Finding.amber(
                        SUBJECT,
                        "Accounts can be looked up, but their email addresses are hidden; whose address is in use already"
                                + " is only found out when the site refuses.",
                        AdminPlace.capability("moodle/user:viewalldetails, moodle/user:viewhiddendetails,"
                                + " moodle/course:useremail and moodle/site:viewuseridentity"))
                : Finding.green(SUBJECT, "Accounts can be looked up, with their email addresses.");
    }

    /**
     * Asks for an account that Moodle must refuse for three reasons: the username is taken on every site, the address is
     * none, and there is no password. Moodle asks for the permission before it looks at any of them.
     */
    private Finding creation() {
        NewUser impossible = NewUser.of(Scene.GUEST, "Rollcall", "Check", "no-address");
        Outcome<?> outcome = moodle.users().create(List.of(impossible));
        if (outcome instanceof Unavailable<?> unavailable) {
            return Finding.red(
                    SUBJECT,
                    unavailable.reason(),
                    switch (unavailable.kind()) {
                        case PERMISSION -> AdminPlace.capability("moodle/user:create");
                        default -> Remedies.of(unavailable.kind());
                    });
        }
        if (outcome instanceof Refused<?> refused && refused.errorCode().equals("invalidparameter")) {
            return Finding.green(SUBJECT, "Accounts can be created.");
        }
        return notFoundOut("Whether accounts can be created could not be found out.");
    }

    private static Finding notFoundOut(String sentence) {
        return Finding.amber(SUBJECT, sentence, null);
    }
}
