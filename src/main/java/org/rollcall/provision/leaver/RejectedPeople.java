package org.rollcall.provision.leaver;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Problems;
import org.rollcall.ledger.RosterAccounts;
import org.rollcall.ledger.StagedRow;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.provision.account.AccountLookup;
import org.rollcall.provision.account.Candidate;
import org.rollcall.roster.Person;
import org.springframework.stereotype.Component;

/** Whom rejected rows speak of: they are in the roster, however faulty, so nobody of them has left. */
@Component
class RejectedPeople {

    private static final int LONGEST = 255;
    private static final Pattern MAY_BE_USERNAME = Pattern.compile("[^\\s\\p{Lu}]+");
    private static final List<String> TELLING = List.of("username", "email", "idnumber");

    private final RosterAccounts accounts;
    private final Problems problems;
    private final AccountLookup lookup;

    RejectedPeople(RosterAccounts accounts, Problems problems, AccountLookup lookup) {
        this.accounts = accounts;
        this.problems = problems;
        this.lookup = lookup;
    }

    /** All accounts that a rejected row may mean, by username, old username, email or idnumber. */
    Set<Long> accounts(long run) {
        Set<Long> found = new HashSet<>();
        accounts.forEachRejected(run, page -> {
            Set<String> usernames = new LinkedHashSet<>();
            Set<String> emails = new LinkedHashSet<>();
            Set<String> idnumbers = new LinkedHashSet<>();
            for (StagedRow row : page) {
                Person person = row.person();
                add(usernames, person.usernameKey());
                add(usernames, person.oldUsername());
                add(emails, person.email());
                add(idnumbers, person.idnumber());
            }
            usernames.removeIf(username -> !MAY_BE_USERNAME.matcher(username).matches());
            find(AccountField.USERNAME, usernames, found);
            find(AccountField.EMAIL, emails, found);
            find(AccountField.IDNUMBER, idnumbers, found);
        });
        return found;
    }

    private static void add(Set<String> values, @Nullable String value) {
        if (value != null && !value.isBlank() && value.length() <= LONGEST) {
            values.add(value.strip());
        }
    }

    private void find(AccountField field, Set<String> values, Set<Long> found) {
        if (!values.isEmpty()) {
            lookup.find(field, List.copyOf(values)).stream().map(Account::id).forEach(found::add);
        }
    }

    /** How many rejected rows do not tell whom they speak of. */
    long withoutName(long run) {
        AtomicLong count = new AtomicLong();
        accounts.forEachRejected(
                run,
                page -> count.addAndGet(
                        page.stream().filter(row -> !tellsWhom(run, row)).count()));
        return count.get();
    }

    private boolean tellsWhom(long run, StagedRow row) {
        Candidate candidate = Candidate.faulty(row, problems.ofRow(run, row.number()));
        return candidate.whole()
                && TELLING.stream().anyMatch(column -> candidate.isUsable(column) && isFilled(row.person(), column));
    }

    private static boolean isFilled(Person person, String column) {
        String value = switch (column) {
            case "username" -> person.username();
            case "email" -> person.email();
            default -> person.idnumber();
        };
        return value != null && !value.isBlank();
    }
}
