package org.rollcall.provision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Problems;
import org.rollcall.ledger.RowState;
import org.rollcall.ledger.StagedRow;
import org.rollcall.ledger.StagedRows;
import org.rollcall.match.MatchProblems;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.roster.RowParser;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks the site who is there already: by username, and by email where that might be somebody else's. Writes nothing to
 * the site. Faulty rows are looked up too, as far as their cells allow, so that their list of problems is whole.
 */
@Component
@StepScope
class MatchUsers implements ItemWriter<StagedRow> {

    private final long run;
    private final AccountLookup lookup;
    private final StagedRows rows;
    private final Problems problems;

    MatchUsers(@Value("#{jobParameters['run']}") long run, AccountLookup lookup, StagedRows rows, Problems problems) {
        this.run = run;
        this.lookup = lookup;
        this.rows = rows;
        this.problems = problems;
    }

    @Override
    public void write(Chunk<? extends StagedRow> chunk) {
        List<Candidate> candidates =
                chunk.getItems().stream().map(this::candidate).toList();
        Map<String, Account> byUsername = accountsByUsername(candidates);
        Map<String, Account> byEmail = accountsByEmail(candidates, byUsername);

        List<Problem> found = new ArrayList<>();
        List<Integer> rejected = new ArrayList<>();
        List<Integer> toCreate = new ArrayList<>();
        Map<Integer, Long> matched = new HashMap<>();
        for (Candidate candidate : candidates) {
            StagedRow row = candidate.row();
            Account account =
                    candidate.usernameUsable() ? byUsername.get(row.person().username()) : null;
            List<Problem> news = problemsOf(candidate, account, byEmail);
            found.addAll(news);
            if (row.state() == RowState.FAULTY || news.stream().anyMatch(Problem::isError)) {
                rejected.add(row.number());
            } else if (account == null) {
                toCreate.add(row.number());
            } else {
                matched.put(row.number(), account.id());
            }
        }
        problems.add(run, found);
        rows.rejected(run, rejected);
        rows.toCreate(run, toCreate);
        rows.matched(run, matched);
    }

    private Candidate candidate(StagedRow row) {
        if (row.state() != RowState.FAULTY) {
            return new Candidate(row, true, true, true);
        }
        List<Problem> known = problems.ofRow(run, row.number());
        // In a ragged row a cell may stand in another one's column: what it lacks says nothing.
        boolean whole = known.stream().noneMatch(problem -> problem.code().equals(RowParser.RAGGED));
        return new Candidate(row, isUsable(known, "username"), isUsable(known, "email"), whole);
    }

    private static boolean isUsable(List<Problem> known, String column) {
        return known.stream()
                .noneMatch(problem -> problem.isError()
                        && problem.column().equals(column)
                        && !problem.code().endsWith(".duplicate"));
    }

    private Map<String, Account> accountsByUsername(List<Candidate> candidates) {
        List<String> usernames = candidates.stream()
                .filter(Candidate::usernameUsable)
                .map(candidate -> candidate.row().person().username())
                .toList();
        Map<String, Account> accounts = new HashMap<>();
        lookup.find(AccountField.USERNAME, usernames).forEach(account -> accounts.put(account.username(), account));
        return accounts;
    }

    private Map<String, Account> accountsByEmail(List<Candidate> candidates, Map<String, Account> byUsername) {
        List<String> emails = candidates.stream()
                .filter(Candidate::emailUsable)
                .filter(candidate ->
                        !hasThisEmail(byUsername.get(candidate.row().person().username()), candidate))
                .map(candidate -> candidate.row().person().email())
                .toList();
        Map<String, Account> accounts = new HashMap<>();
        for (Account account : lookup.find(AccountField.EMAIL, emails)) {
            // Moodle's look-up passes over accents too; the key does not.
            String key = account.emailKey();
            if (key != null) {
                accounts.put(key, account);
            }
        }
        return accounts;
    }

    private static boolean hasThisEmail(@Nullable Account account, Candidate candidate) {
        return account != null && candidate.row().person().emailKey().equals(account.emailKey());
    }

    private List<Problem> problemsOf(Candidate candidate, @Nullable Account account, Map<String, Account> byEmail) {
        List<Problem> found = new ArrayList<>();
        StagedRow row = candidate.row();
        Account owner = candidate.emailUsable() ? byEmail.get(row.person().emailKey()) : null;
        if (owner != null && (account == null || owner.id() != account.id())) {
            found.add(MatchProblems.emailTaken(row.number(), row.person(), owner));
        }
        if (found.isEmpty() && account != null && candidate.emailUsable() && isInDoubt(row, account)) {
            found.add(AccountProblems.madeUsernameTaken(row, account));
        } else if (found.isEmpty()
                && account != null
                && account.email() != null
                && !hasThisEmail(account, candidate)
                && row.state() == RowState.STAGED) {
            found.add(
                    hasOtherName(account, row)
                            ? MatchProblems.otherPerson(row.number(), row.person(), account)
                            : MatchProblems.emailDiffers(row.number(), row.person(), account));
        }
        if (account == null && row.lacksPassword() && candidate.whole() && !row.repeats()) {
            found.add(new Problem(
                    row.number(),
                    "password",
                    "",
                    "password.missing",
                    "There is no password for this new account; give one, or put 1 into a column createpassword"
                            + " to have Moodle make one and mail it.",
                    Severity.ERROR));
        }
        return found;
    }

    /**
     * Whether the account may be a namesake's: a username that was made of the names tells no more than they do, and an
     * email that was made as well does not either.
     */
    private boolean isInDoubt(StagedRow row, Account account) {
        boolean sameEmail = row.person().emailKey().equals(account.emailKey());
        if (sameEmail && hasSameName(account, row)) {
            return false;
        }
        List<String> codes =
                problems.ofRow(run, row.number()).stream().map(Problem::code).toList();
        if (!codes.contains(RowParser.USERNAME_MADE)) {
            return false;
        }
        return sameEmail ? codes.contains(RowParser.EMAIL_MADE) : account.email() != null;
    }

    private static boolean hasSameName(Account account, StagedRow row) {
        return row.person().firstname().equalsIgnoreCase(account.firstname())
                && row.person().lastname().equalsIgnoreCase(account.lastname());
    }

    /** First and last name both differ; one of them alone does so by marriage or by another way of writing it. */
    private static boolean hasOtherName(Account account, StagedRow row) {
        return account.firstname() != null
                && account.lastname() != null
                && !account.firstname().equalsIgnoreCase(row.person().firstname())
                && !account.lastname().equalsIgnoreCase(row.person().lastname());
    }

    private record Candidate(StagedRow row, boolean usernameUsable, boolean emailUsable, boolean whole) {}
}
