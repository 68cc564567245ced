package org.rollcall.provision.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rollcall.ledger.Problems;
import org.rollcall.ledger.RowState;
import org.rollcall.ledger.StagedRow;
import org.rollcall.match.AccountAction;
import org.rollcall.match.AccountDecision;
import org.rollcall.match.AccountMatch;
import org.rollcall.match.AccountMatch.Conflicting;
import org.rollcall.match.AccountMatcher;
import org.rollcall.match.AccountRules;
import org.rollcall.match.AccountWish;
import org.rollcall.match.KnownAccounts;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks the site who is there already, and decides what is to be done with each row's account. Writes nothing to the site.
 * Faulty rows are looked up too, as far as their cells allow, so that their list of problems is whole.
 */
@Component
@StepScope
class MatchUsers implements ItemWriter<StagedRow> {

    private final long run;
    private final AccountSearch search;
    private final MadeUsernames madeUsernames;
    private final RowsAsApplied asApplied;
    private final AccountMatcher matcher;
    private final AccountRules rules;
    private final Problems problems;
    private final AccountPlan plan;

    MatchUsers(
            @Value("#{jobParameters['run']}") long run,
            AccountSearch search,
            MadeUsernames madeUsernames,
            RowsAsApplied asApplied,
            RollcallSettings settings,
            Problems problems,
            AccountPlan plan) {
        this.run = run;
        this.search = search;
        this.madeUsernames = madeUsernames;
        this.asApplied = asApplied;
        this.matcher = new AccountMatcher(settings.accounts().matchBy());
        this.rules = new AccountRules(settings.accounts());
        this.problems = problems;
        this.plan = plan;
    }

    @Override
    public void write(Chunk<? extends StagedRow> chunk) {
        List<Candidate> candidates =
                chunk.getItems().stream().map(this::candidate).toList();
        KnownAccounts known = search.accountsOf(candidates);
        Set<Integer> unchanged = asApplied.among(run, chunk.getItems());
        List<AccountPlan.Entry> entries = new ArrayList<>();
        for (Candidate candidate : candidates) {
            AccountDecision decision =
                    decide(candidate, known, !unchanged.contains(candidate.row().number()));
            List<Problem> found = candidate.isFaulty()
                    ? decision.problems().stream().filter(candidate::isAbout).toList()
                    : decision.problems();
            List<Problem> news = new ArrayList<>(found);
            if (decision.actions().contains(AccountAction.CREATE) && lacksPassword(candidate)) {
                news.add(passwordMissing(candidate.row()));
            }
            entries.add(new AccountPlan.Entry(candidate.row(), decision, news));
        }
        plan.put(run, entries);
    }

    private AccountDecision decide(Candidate candidate, KnownAccounts known, boolean mayHaveChanged) {
        StagedRow row = candidate.row();
        AccountWish wish = AccountWish.of(row.number(), row.person(), row.password());
        AccountMatch match = matcher.match(wish, known);
        Problem doubt = madeUsernames.doubt(run, candidate, match, known);
        return rules.decide(wish, doubt == null ? match : new Conflicting(doubt), mayHaveChanged);
    }

    private Candidate candidate(StagedRow row) {
        return row.state() == RowState.FAULTY
                ? Candidate.faulty(row, problems.ofRow(run, row.number()))
                : Candidate.inOrder(row);
    }

    private static boolean lacksPassword(Candidate candidate) {
        StagedRow row = candidate.row();
        return row.lacksPassword() && candidate.whole() && !row.repeats();
    }

    private static Problem passwordMissing(StagedRow row) {
        return new Problem(
                row.number(),
                "password",
                "",
                "password.missing",
                "There is no password for this new account; give one, or put 1 into a column createpassword"
                        + " to have Moodle make one and mail it.",
                Severity.ERROR);
    }
}
