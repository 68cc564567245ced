package org.rollcall.match;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.UserUpdate;
import org.rollcall.roster.file.Problem;

/**
 * What is to be done with the account of a row.
 *
 * @param actions in the order of the enum; empty for a reject, and {@code NONE} alone where nothing is to be done
 * @param account the row's account, or null where the site has none: it is to be created then, unless the row only wanted
 *     it deleted
 * @param changes what changes field by field; of an account to be created only that it is suspended
 * @param update what carries the changes to an account that exists, or null where none do
 * @param problems why the row is a reject, or what it should be told besides
 */
public record AccountDecision(
        Set<AccountAction> actions,
        @Nullable Account account,
        List<FieldChange> changes,
        @Nullable UserUpdate update,
        List<Problem> problems) {

    public AccountDecision {
        actions = actions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(actions));
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /** Whether the row comes back. */
    public boolean isReject() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** Whether the row's cohorts and courses are looked at, once its account is there. */
    public boolean hasMemberships() {
        return !isReject()
                && !actions.contains(AccountAction.DELETE)
                && (account != null || actions.contains(AccountAction.CREATE));
    }

    static AccountDecision reject(@Nullable Account account, Problem problem) {
        return new AccountDecision(Set.of(), account, List.of(), null, List.of(problem));
    }
}
