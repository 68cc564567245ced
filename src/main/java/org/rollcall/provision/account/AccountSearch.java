package org.rollcall.provision.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.match.KnownAccounts;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.UserField;
import org.rollcall.operation.AccountSettings.MatchField;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.roster.Person;
import org.springframework.stereotype.Component;

/**
 * Looks up all accounts that rows may speak of, in as few calls as can be: by username, by idnumber where people are
 * matched by it, and by email. A row that by then leads to an account with the same idnumber or email needs no further
 * look for it.
 */
@Component
class AccountSearch {

    private final AccountLookup lookup;
    private final boolean byIdnumber;

    AccountSearch(AccountLookup lookup, RollcallSettings settings) {
        this.lookup = lookup;
        this.byIdnumber = settings.accounts().matchBy().contains(MatchField.IDNUMBER);
    }

    KnownAccounts accountsOf(List<Candidate> candidates) {
        List<Account> found = new ArrayList<>(lookup.find(AccountField.USERNAME, usernames(candidates)));
        Map<String, Account> byUsername = new HashMap<>();
        found.forEach(account -> byUsername.put(account.username(), account));
        if (byIdnumber) {
            found.addAll(lookup.find(AccountField.IDNUMBER, idnumbers(candidates, byUsername)));
        }
        found.addAll(lookup.find(AccountField.EMAIL, emails(candidates, found)));
        return new KnownAccounts(found);
    }

    private static List<String> usernames(List<Candidate> candidates) {
        Set<String> usernames = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            Person person = candidate.row().person();
            add(usernames, candidate, "username", person.username());
            add(usernames, candidate, "oldusername", person.oldUsername());
        }
        return List.copyOf(usernames);
    }

    private static List<String> idnumbers(List<Candidate> candidates, Map<String, Account> byUsername) {
        Set<String> idnumbers = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            Person person = candidate.row().person();
            Account account = byUsername.get(person.username());
            String idnumber = person.idnumber();
            if (account == null || !account.field(UserField.IDNUMBER).equals(idnumber)) {
                add(idnumbers, candidate, "idnumber", idnumber);
            }
        }
        return List.copyOf(idnumbers);
    }

    private static List<String> emails(List<Candidate> candidates, List<Account> found) {
        Set<String> known = new HashSet<>();
        found.stream().map(Account::emailKey).forEach(key -> known.add(key == null ? "" : key));
        Set<String> emails = new LinkedHashSet<>();
        for (Candidate candidate : candidates) {
            String email = candidate.row().person().email();
            if (!known.contains(email.toLowerCase(Locale.ROOT))) {
                add(emails, candidate, "email", email);
            }
        }
        return List.copyOf(emails);
    }

    private static void add(Set<String> values, Candidate candidate, String column, @Nullable String value) {
        if (value != null && !value.isEmpty() && candidate.isUsable(column)) {
            values.add(value);
        }
    }
}
