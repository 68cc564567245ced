package org.rollcall.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.CustomField;
import org.rollcall.moodle.UserField;
import org.rollcall.moodle.UserUpdate;
import org.rollcall.operation.AccountSettings.ExistingDetails;
import org.rollcall.roster.Person;

/** The changes of one account while they are being found. */
final class AccountChanges {

    private final ExistingDetails details;
    private final boolean rowChanged;
    private final List<FieldChange> changes = new ArrayList<>();
    private UserUpdate update;

    AccountChanges(long accountId, ExistingDetails details, boolean rowChanged) {
        this.details = details;
        this.rowChanged = rowChanged;
        this.update = UserUpdate.of(accountId);
    }

    AccountComparison whole() {
        return new AccountComparison(changes, update);
    }

    void rename(String oldUsername, String newUsername) {
        changes.add(new FieldChange("username", oldUsername, newUsername));
        update = update.withUsername(newUsername);
    }

    void suspend(@Nullable Boolean isSuspended, boolean wanted) {
        if (isSuspended == null ? rowChanged : isSuspended != wanted) {
            changes.add(new FieldChange("suspended", isSuspended == null ? null : flag(isSuspended), flag(wanted)));
            update = update.withSuspended(wanted);
        }
    }

    private static String flag(boolean value) {
        return value ? "1" : "0";
    }

    void compareNames(Account account, Person person) {
        if (isToChange("firstname", account.firstname(), person.firstname())) {
            update = update.withNames(person.firstname(), update.lastname());
        }
        if (isToChange("lastname", account.lastname(), person.lastname())) {
            update = update.withNames(update.firstname(), person.lastname());
        }
    }

    /** The site keeps an address as it is written, so capitals alone are a difference. */
    void compareEmail(Account account, Person person) {
        if (isToChange("email", account.email(), person.email())) {
            update = update.withEmail(person.email());
        }
    }

    void compareFields(Account account, Map<UserField, String> wanted) {
        wanted.forEach((field, value) -> {
            String stored = Account.tells(field) ? account.field(field) : null;
            boolean same = field == UserField.INTERESTS
                    && stored != null
                    && interests(stored).equals(interests(value));
            if (!same && isToChange(field.parameter(), toldBack(stored, value), value)) {
                update = update.with(field, value);
            }
        });
    }

    /** Moodle leaves out of its answer what PHP takes for empty, and so a 0. */
    private static @Nullable String toldBack(@Nullable String stored, String wanted) {
        return stored != null && stored.isEmpty() && wanted.equals("0") ? null : stored;
    }

    /** Moodle keeps interests as tags, which it tells apart without regard to case. */
    private static Set<String> interests(String list) {
        return Arrays.stream(list.split(","))
                .map(interest -> interest.strip().toLowerCase(Locale.ROOT))
                .filter(interest -> !interest.isEmpty())
                .collect(Collectors.toSet());
    }

    void compareCustomFields(Account account, Map<String, String> wanted) {
        Map<String, String> sent = new LinkedHashMap<>();
        wanted.forEach((shortname, value) -> {
            CustomField stored = account.customFields().get(shortname);
            String column = "profile_field_" + shortname;
            if (stored == null) {
                // Empty, or unknown to the site, which drops it without a word: asked for once, not in every run.
                if (rowChanged && isToChange(column, "", value)) {
                    sent.put(shortname, value);
                }
            } else if (isToChange(column, stored.isTime() ? null : stored.value(), value)) {
                sent.put(shortname, value);
            }
        });
        update = update.withCustomFields(sent);
    }

    void password(String password) {
        if (rowChanged && details != ExistingDetails.NOTHING) {
            changes.add(new FieldChange("password", null, ""));
            update = update.withPassword(password);
        }
    }

    /**
     * Whether a value of the row goes to the site, and if so notes it.
     *
     * @param stored what the site tells; empty for nothing, null where it does not tell
     */
    private boolean isToChange(String column, @Nullable String stored, String wanted) {
        if (wanted.isEmpty() || !differs(stored, wanted)) {
            return false;
        }
        changes.add(new FieldChange(column, stored, wanted));
        return true;
    }

    private boolean differs(@Nullable String stored, String wanted) {
        return switch (details) {
            case NOTHING -> false;
            case FILL_MISSING -> stored != null && stored.isBlank();
            case FROM_FILE -> stored == null ? rowChanged : !stored.strip().equals(wanted.strip());
        };
    }
}
