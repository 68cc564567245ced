package org.rollcall.provision.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Problems;
import org.rollcall.ledger.StagedRow;
import org.rollcall.match.AccountMatch;
import org.rollcall.match.AccountMatch.Conflicting;
import org.rollcall.match.AccountMatch.Found;
import org.rollcall.match.KnownAccounts;
import org.rollcall.match.MatchProblems;
import org.rollcall.moodle.Account;
import org.rollcall.roster.RowParser;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.header.RosterField;
import org.springframework.stereotype.Component;

/**
 * Tells accounts that may be a namesake's: a username that a template made of the names tells no more than they do, and
 * an email that was made as well does not either.
 */
@Component
class MadeUsernames {

    private final Problems problems;

    MadeUsernames(Problems problems) {
        this.problems = problems;
    }

    /** Why a row is not taken to mean the account to which its made username or email leads, or null if it may be. */
    @Nullable
    Problem doubt(long run, Candidate candidate, AccountMatch match, KnownAccounts known) {
        if (!candidate.isUsable("username") || !candidate.isUsable("email")) {
            return null;
        }
        StagedRow row = candidate.row();
        if (match instanceof Found found && found.by() == RosterField.EMAIL) {
            return isInDoubt(run, row, found.account())
                    ? MatchProblems.emailTaken(row.number(), row.person(), found.account())
                    : null;
        }
        boolean proven = match instanceof Found found && found.by() == RosterField.IDNUMBER;
        boolean otherwiseWrong = match instanceof Conflicting conflicting
                && !conflicting.problem().column().equals("username");
        Account holder = known.byUsername(row.person().username());
        return holder == null || proven || otherwiseWrong || !isInDoubt(run, row, holder)
                ? null
                : AccountProblems.madeUsernameTaken(row, holder);
    }

    private boolean isInDoubt(long run, StagedRow row, Account account) {
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
}
