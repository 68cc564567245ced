package org.rollcall.ledger;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one phase of a run changes of one account.
 *
 * @param row the row that asks for it
 * @param username the username in that row
 * @param accountId the site's id of the account; null until it was created
 * @param actions all of the same phase, at least one
 * @param fields what changes; of an account that is deleted whose it was
 * @param password the row's password where the account is to get it, or null; never printed
 */
public record AccountChange(
        int row,
        String username,
        ChangePhase phase,
        @Nullable Long accountId,
        Set<ChangeAction> actions,
        List<ChangedField> fields,
        ChangeState state,
        @Nullable String password) {

    /** The column that holds a password. */
    public static final String PASSWORD = "password";

    public AccountChange {
        actions = Collections.unmodifiableSet(EnumSet.copyOf(actions));
        fields = List.copyOf(fields);
    }

    /** A change that is planned. */
    public static AccountChange planned(
            int row, String username, @Nullable Long accountId, Set<ChangeAction> actions, List<ChangedField> fields) {
        return new AccountChange(
                row,
                username,
                actions.iterator().next().phase(),
                accountId,
                actions,
                fields,
                ChangeState.PENDING,
                null);
    }

    /** The same change in another state. */
    public AccountChange in(ChangeState other) {
        return new AccountChange(row, username, phase, accountId, actions, fields, other, password);
    }

    /** The same change without the password. */
    public AccountChange withoutPassword() {
        return new AccountChange(
                row,
                username,
                phase,
                accountId,
                actions,
                fields.stream()
                        .filter(field -> !field.column().equals(PASSWORD))
                        .toList(),
                state,
                null);
    }

    /** What one of its actions changes. */
    public List<ChangedField> fieldsOf(ChangeAction action) {
        return fields.stream().filter(field -> action.changes(field.column())).toList();
    }

    @Override
    public String toString() {
        return "AccountChange[row=" + row + ", accountId=" + accountId + ", actions=" + actions + ", state=" + state
                + "]";
    }
}
