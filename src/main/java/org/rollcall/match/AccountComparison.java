package org.rollcall.match;

import java.util.List;
import org.rollcall.match.AccountMatch.Found;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.UserUpdate;
import org.rollcall.operation.AccountSettings;
import org.rollcall.roster.header.RosterField;

/**
 * What of an account is other than its row wants it, as far as the settings let it be changed.
 *
 * @param changes field by field, username and suspension first
 * @param update what carries exactly these; empty when there are none
 */
public record AccountComparison(List<FieldChange> changes, UserUpdate update) {

    public AccountComparison {
        changes = List.copyOf(changes);
    }

    /**
     * Compares an account with its row.
     *
     * @param rowChanged whether the row is not as it was last applied to this site. What the site does not tell back, a
     *     password among it, cannot be compared, and is sent for such a row only
     */
    public static AccountComparison of(AccountSettings settings, AccountWish wish, Found found, boolean rowChanged) {
        Account account = found.account();
        AccountChanges changes = new AccountChanges(account.id(), settings.existingDetails(), rowChanged);
        if (isRenamed(wish, found) && settings.allowRenames()) {
            changes.rename(account.username(), wish.person().username());
        }
        if (wish.suspended() != null && settings.allowSuspends()) {
            changes.suspend(account.suspended(), wish.suspended());
        }
        changes.compareNames(account, wish.person());
        changes.compareEmail(account, wish.person());
        changes.compareFields(account, AccountDetails.of(wish.person()));
        changes.compareCustomFields(account, wish.person().profileFields());
        if (wish.password() != null && settings.updatePasswords()) {
            changes.password(wish.password());
        }
        return changes.whole();
    }

    /** Whether the row asks for another username than the account has, and says so by its old one. */
    static boolean isRenamed(AccountWish wish, Found found) {
        return found.by() == RosterField.OLDUSERNAME
                && !found.account().username().equals(wish.person().username());
    }

    /** Whether this column changes. */
    boolean changes(String column) {
        return changes.stream().anyMatch(change -> change.column().equals(column));
    }

    /** Whether anything changes beyond what is listed. */
    boolean changesMoreThan(List<String> columns) {
        return changes.stream().anyMatch(change -> !columns.contains(change.column()));
    }
}
