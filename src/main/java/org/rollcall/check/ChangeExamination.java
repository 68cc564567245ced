package org.rollcall.check;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Outcome.Unavailable;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.moodle.UserUpdate;
import org.rollcall.operation.RollcallSettings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether the token's account may change people who are there: only rosters that want it run into it. */
@Component
@Order(4)
class ChangeExamination implements Examination {

    private static final String SUBJECT = "Changes";

    /** Ids count from 1 on. */
    private static final long NOBODY = 0;

    private final MoodleClient moodle;
    private final RollcallSettings settings;

    ChangeExamination(MoodleClient moodle, RollcallSettings settings) {
        this.moodle = moodle;
        this.settings = settings;
    }

    @Override
    public List<Finding> look(Scene scene) {
        List<Finding> findings = new ArrayList<>();
        if (scene.offers("core_user_get_users_by_field")
                && moodle.users().byField(AccountField.USERNAME, List.of(Scene.GUEST))
                        instanceof Done<List<Account>> guest
                && !guest.value().isEmpty()) {
            findings.addAll(ofGuest(scene, guest.value().get(0)));
        }
        if (settings.accounts().allowDeletes() && scene.offers("core_user_delete_users")) {
            // Moodle asks for the permission first, and refuses a call that names somebody who is not there.
            findings.add(
                    allowed(moodle.users().delete(List.of(NOBODY)), "Accounts can be deleted.", "moodle/user:delete"));
        }
        return findings;
    }

    private List<Finding> ofGuest(Scene scene, Account guest) {
        List<Finding> findings = new ArrayList<>();
        if (guest.firstname() == null) {
            findings.add(Finding.amber(
                    SUBJECT,
                    "First and last names are hidden, so they are not compared with those of a roster.",
                    AdminPlace.capability("moodle/site:viewfullnames")));
        }
        if (scene.offers("core_user_update_users")) {
            // Moodle asks for the permission first, and never changes the guest account.
            findings.add(allowed(
                    moodle.users().update(List.of(UserUpdate.of(guest.id()))),
                    "Accounts can be updated.",
                    "moodle/user:update"));
        }
        return findings;
    }

    private static Finding allowed(Outcome<?> outcome, String sentence, String capability) {
        if (outcome instanceof Done<?> || (outcome instanceof Refused<?> refused && !refused.lacksPermission())) {
            return Finding.green(SUBJECT, sentence);
        }
        boolean lacks = outcome instanceof Refused<?>
                || (outcome instanceof Unavailable<?> unavailable && unavailable.kind() == UnavailableKind.PERMISSION);
        return Finding.amber(SUBJECT, Examination.reason(outcome), lacks ? AdminPlace.capability(capability) : null);
    }
}
