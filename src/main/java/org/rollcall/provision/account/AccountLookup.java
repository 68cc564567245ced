package org.rollcall.provision.account;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Pace;
import org.rollcall.moodle.PaceLimits.Range;
import org.rollcall.operation.Answers;
import org.rollcall.operation.RollcallSettings;
import org.springframework.stereotype.Component;

/** Finds accounts on the site, in bulk. */
@Component
public class AccountLookup {

    /** Rows a look-up of accounts carries, and so a chunk of the steps that only read has. */
    public static final int LOOKUP_SIZE = 500;

    private final MoodleClient moodle;
    private final Pace pace;

    AccountLookup(MoodleClient moodle, RollcallSettings settings) {
        this.moodle = moodle;
        // Batches of the largest size cost a look-up nothing; how many at a time a site takes has to be found out.
        this.pace = new Pace(settings.paceLimits().withBatchSize(Range.pinned(LOOKUP_SIZE)));
    }

    /**
     * Finds the accounts that have one of these values. A value that the site finds malformed makes it refuse the whole
     * call; such a one is nobody's, and the others are looked up without it.
     */
    public List<Account> find(AccountField field, List<String> values) {
        Outcome<List<Account>> outcome = pace.call(
                values.size(),
                values.size() == LOOKUP_SIZE,
                () -> moodle.users().byField(field, values));
        if (outcome instanceof Done<List<Account>> done) {
            return done.value();
        }
        if (outcome instanceof Refused<List<Account>> refused && !refused.lacksPermission()) {
            if (values.size() == 1) {
                return List.of();
            }
            int middle = values.size() / 2;
            List<Account> found = new ArrayList<>(find(field, values.subList(0, middle)));
            found.addAll(find(field, values.subList(middle, values.size())));
            return found;
        }
        return Answers.valueOf(outcome);
    }
}
