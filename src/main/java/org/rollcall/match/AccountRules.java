package org.rollcall.match;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rollcall.match.AccountMatch.Conflicting;
import org.rollcall.match.AccountMatch.Found;
import org.rollcall.moodle.Account;
import org.rollcall.operation.AccountSettings;
import org.rollcall.operation.AccountSettings.Mode;
import org.rollcall.roster.Person;
import org.rollcall.roster.file.Problem;

/** Decides, by the settings, what is to be done with the account of a row. Passwords of new accounts are not looked at. */
public final class AccountRules {

    /** Moodle's own account for visitors, which it neither changes nor enrols nor deletes. */
    private static final String GUEST = "guest";

    private final AccountSettings settings;

    /**
     * @param settings what may be done
     */
    public AccountRules(AccountSettings settings) {
        this.settings = settings;
    }

    /**
     * What is to be done with the account of a row.
     *
     * @param rowChanged whether the row is not as it was last applied to this site
     */
    public AccountDecision decide(AccountWish wish, AccountMatch match, boolean rowChanged) {
        if (match instanceof Conflicting conflicting) {
            return AccountDecision.reject(null, conflicting.problem());
        }
        return match instanceof Found found ? existing(wish, found, rowChanged) : absent(wish);
    }

    private AccountDecision absent(AccountWish wish) {
        if (wish.deleted()) {
            return new AccountDecision(
                    Set.of(AccountAction.NONE), null, List.of(), null, List.of(DecisionProblems.nothingToDelete(wish)));
        }
        if (wish.oldUsername() != null) {
            return AccountDecision.reject(null, DecisionProblems.nothingToRename(wish));
        }
        if (settings.mode() == Mode.UPDATE_ONLY) {
            return AccountDecision.reject(null, DecisionProblems.notCreated(wish));
        }
        Set<AccountAction> actions = EnumSet.of(AccountAction.CREATE);
        List<FieldChange> changes = new ArrayList<>();
        List<Problem> told = new ArrayList<>();
        if (Boolean.TRUE.equals(wish.suspended())) {
            if (settings.allowSuspends()) {
                actions.add(AccountAction.SUSPEND);
                changes.add(new FieldChange("suspended", "0", "1"));
            } else {
                told.add(DecisionProblems.suspensionNotAllowed(
                        wish, wish.person().username()));
            }
        }
        return new AccountDecision(actions, null, changes, null, told);
    }

    private AccountDecision existing(AccountWish wish, Found found, boolean rowChanged) {
        Account account = found.account();
        if (account.username().equals(GUEST)) {
            return AccountDecision.reject(account, DecisionProblems.guest(wish));
        }
        if (wish.deleted()) {
            return deleting(wish, account);
        }
        if (settings.mode() == Mode.CREATE_ONLY) {
            return new AccountDecision(
                    Set.of(AccountAction.NONE), account, List.of(), null, kept(wish, found, false, false));
        }
        if (AccountComparison.isRenamed(wish, found) && !settings.allowRenames()) {
            return AccountDecision.reject(account, DecisionProblems.renameNotAllowed(wish, account));
        }
        AccountComparison comparison = AccountComparison.of(settings, wish, found, rowChanged);
        List<Problem> told =
                new ArrayList<>(kept(wish, found, comparison.changes("username"), comparison.changes("email")));
        if (wish.suspended() != null
                && !settings.allowSuspends()
                && !wish.suspended().equals(account.suspended())) {
            told.add(DecisionProblems.suspensionNotAllowed(wish, account.username()));
        }
        return new AccountDecision(
                actions(wish, comparison),
                account,
                comparison.changes(),
                comparison.update().isEmpty() ? null : comparison.update(),
                told);
    }

    private AccountDecision deleting(AccountWish wish, Account account) {
        if (!settings.allowDeletes() || settings.mode() == Mode.CREATE_ONLY) {
            String setting = settings.allowDeletes() ? "mode is create-only" : "allow-deletes is false";
            return AccountDecision.reject(account, DecisionProblems.deletionNotAllowed(wish, account, setting));
        }
        return new AccountDecision(Set.of(AccountAction.DELETE), account, List.of(), null, List.of());
    }

    private static Set<AccountAction> actions(AccountWish wish, AccountComparison comparison) {
        Set<AccountAction> actions = EnumSet.noneOf(AccountAction.class);
        if (comparison.changesMoreThan(List.of("username", "suspended"))) {
            actions.add(AccountAction.UPDATE);
        }
        if (comparison.changes("username")) {
            actions.add(AccountAction.RENAME);
        }
        if (comparison.changes("suspended")) {
            actions.add(Boolean.TRUE.equals(wish.suspended()) ? AccountAction.SUSPEND : AccountAction.REACTIVATE);
        }
        return actions.isEmpty() ? Set.of(AccountAction.NONE) : actions;
    }

    /** What the account keeps although the row says otherwise, of that by which people are known. */
    private static List<Problem> kept(AccountWish wish, Found found, boolean renamed, boolean emailChanged) {
        List<Problem> told = new ArrayList<>();
        Account account = found.account();
        Person person = wish.person();
        if (!renamed && !account.username().equals(person.usernameKey())) {
            told.add(MatchProblems.usernameDiffers(wish, found.by(), account));
        }
        if (!emailChanged && account.email() != null && !person.emailKey().equals(account.emailKey())) {
            told.add(MatchProblems.emailDiffers(wish.row(), person, account));
        }
        return told;
    }
}
