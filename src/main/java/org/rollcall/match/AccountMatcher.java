package org.rollcall.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rollcall.match.AccountMatch.Conflicting;
import org.rollcall.match.AccountMatch.Found;
import org.rollcall.match.AccountMatch.None;
import org.rollcall.moodle.Account;
import org.rollcall.operation.AccountSettings.MatchField;
import org.rollcall.roster.Person;
import org.rollcall.roster.header.RosterField;

/**
 * Finds the account that a row speaks of. All columns that are matched by have to lead to the same account, and a
 * username or an email that is somebody else's is a conflict even where it is not matched by: the site takes each but
 * once.
 */
public final class AccountMatcher {

    private static final List<RosterField> ONE_ACCOUNTS_ONLY = List.of(RosterField.USERNAME, RosterField.EMAIL);

    private final List<RosterField> order;

    /**
     * @param order by what to look for accounts; the first that finds one is told as the reason
     */
    public AccountMatcher(List<MatchField> order) {
        this.order = order.stream().map(MatchField::column).toList();
    }

    /** The account of a row, among those that were looked up for it. */
    public AccountMatch match(AccountWish wish, KnownAccounts known) {
        List<Hit> hits = new ArrayList<>();
        String oldUsername = wish.oldUsername();
        if (oldUsername != null) {
            Account old = known.byUsername(oldUsername);
            Account holder = known.byUsername(wish.person().username());
            if (old != null && holder != null) {
                return new Conflicting(MatchProblems.renameTaken(wish, old, holder));
            }
            // Where only the new username is there, the account has been renamed already.
            hits.addAll(hits(wish, known, List.of(RosterField.OLDUSERNAME, RosterField.USERNAME)));
        }
        hits.addAll(hits(wish, known, order));
        List<Hit> others = hits(
                wish,
                known,
                ONE_ACCOUNTS_ONLY.stream()
                        .filter(column -> !order.contains(column))
                        .toList());
        if (hits.isEmpty()) {
            return others.isEmpty()
                    ? new None()
                    : new Conflicting(MatchProblems.taken(
                            wish, others.get(0).column(), others.get(0).first()));
        }
        return agreement(wish, hits, others);
    }

    private static List<Hit> hits(AccountWish wish, KnownAccounts known, List<RosterField> columns) {
        List<Hit> hits = new ArrayList<>();
        for (RosterField column : columns) {
            String value = wish.value(column);
            List<Account> accounts = value == null || value.isEmpty() ? List.of() : known.by(column, value);
            if (!accounts.isEmpty()) {
                hits.add(new Hit(column, accounts));
            }
        }
        return hits;
    }

    private static AccountMatch agreement(AccountWish wish, List<Hit> hits, List<Hit> others) {
        List<Account> agreed = hits.get(0).accounts();
        RosterField last = hits.get(0).column();
        for (Hit hit : Stream.concat(hits.stream().skip(1), others.stream()).toList()) {
            List<Account> both =
                    agreed.stream().filter(account -> hit.has(account.id())).toList();
            if (both.isEmpty()) {
                return new Conflicting(MatchProblems.conflict(wish, last, agreed.get(0), hit.column(), hit.first()));
            }
            agreed = both;
            last = hit.column();
        }
        RosterField by = hits.get(0).column();
        if (agreed.size() > 1) {
            return new Conflicting(MatchProblems.shared(wish, by, agreed));
        }
        Account account = agreed.get(0);
        boolean byEmailAlone = hits.size() == 1 && by == RosterField.EMAIL && others.isEmpty();
        if (wish.deleted()) {
            return toBeDeleted(wish, account, by, byEmailAlone);
        }
        if (!hasOtherName(account, wish.person())) {
            return new Found(account, by);
        }
        if (byEmailAlone) {
            // A couple, or a department, may share an address: alone it does not make two people one.
            return new Conflicting(MatchProblems.taken(wish, RosterField.EMAIL, account));
        }
        return hasOtherEmail(account, wish.person())
                ? new Conflicting(MatchProblems.otherPerson(wish, by, account))
                : new Found(account, by);
    }

    /** A row that asks for deletion need not tell more than a username; what it does tell has to be the account's. */
    private static AccountMatch toBeDeleted(AccountWish wish, Account account, RosterField by, boolean byEmailAlone) {
        if (byEmailAlone) {
            return new Conflicting(MatchProblems.taken(wish, RosterField.EMAIL, account));
        }
        Person person = wish.person();
        boolean named = !person.firstname().isEmpty() && !person.lastname().isEmpty();
        boolean otherEmail = !person.email().isEmpty() && hasOtherEmail(account, person);
        boolean otherPerson = named ? hasOtherName(account, person) : otherEmail;
        return otherPerson ? new Conflicting(MatchProblems.notToBeDeleted(wish, by, account)) : new Found(account, by);
    }

    /** First and last name both differ; one of them alone does so by marriage or by another way of writing it. */
    private static boolean hasOtherName(Account account, Person person) {
        return account.firstname() != null
                && account.lastname() != null
                && !account.firstname().equalsIgnoreCase(person.firstname())
                && !account.lastname().equalsIgnoreCase(person.lastname());
    }

    private static boolean hasOtherEmail(Account account, Person person) {
        return account.email() != null && !Objects.equals(account.emailKey(), person.emailKey());
    }

    /** The accounts to which a column leads, at least one. */
    private record Hit(RosterField column, List<Account> accounts) {

        Account first() {
            return accounts.get(0);
        }

        boolean has(long id) {
            return accounts.stream().anyMatch(account -> account.id() == id);
        }
    }
}
