package org.rollcall.ledger;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a run takes back of an earlier one: a membership, or one column of an account.
 *
 * @param id the ledger's key; 0 until it has one
 * @param runId the run that takes it back
 * @param effectId the effect that it takes back
 * @param accountId the account that it is about, or null
 * @param targetId the site's id of the cohort or course, or null
 * @param username whose account it is; empty where it is about nobody, or as long as that is not known
 * @param name the username, or the name of the cohort or course, as the effect has it
 * @param column the column of the account; empty for anything else
 * @param found how the earlier run left it: a value, or the terms of an enrolment (JSON); null where that is not known
 * @param restored how it stood before, likewise
 * @param reason why it is kept or was refused, in words; empty where there is nothing to say
 */
public record UndoItem(
        long id,
        long runId,
        long effectId,
        UndoAction action,
        @Nullable Long accountId,
        @Nullable Long targetId,
        String username,
        String name,
        String column,
        @Nullable String found,
        @Nullable String restored,
        UndoState state,
        String reason) {

    /** The column that tells whether an account is barred from logging in. */
    public static final String SUSPENDED = "suspended";

    /** The account's id, of an item that is about one. */
    public long account() {
        return Objects.requireNonNull(accountId);
    }

    /** The site's id of the cohort or course, of an item that is about one. */
    public long target() {
        return Objects.requireNonNull(targetId);
    }

    /** The value of the account's column as it was before; the plan keeps what is not known. */
    public String restoredValue() {
        return Objects.requireNonNull(restored);
    }

    /** The same, known to be this person's. */
    public UndoItem of(String whose) {
        return new UndoItem(
                id, runId, effectId, action, accountId, targetId, whose, name, column, found, restored, state, reason);
    }

    /** The same in another state. */
    public UndoItem in(UndoState other, String why) {
        return new UndoItem(
                id, runId, effectId, action, accountId, targetId, username, name, column, found, restored, other, why);
    }
}
