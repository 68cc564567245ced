package org.rollcall.provision.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.ledger.Plans;
import org.rollcall.ledger.Problems;
import org.rollcall.ledger.StagedRow;
import org.rollcall.ledger.StagedRows;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Looks, while a plan is applied, whether the accounts that it is about to create have come to be since it was made. A run
 * that plans and applies in one go has just looked.
 */
@Component
@StepScope
class StillAbsent {

    private final long run;
    private final boolean applying;
    private final AccountLookup lookup;
    private final StagedRows rows;
    private final Problems problems;

    StillAbsent(
            @Value("#{jobParameters['run']}") long run,
            Plans plans,
            AccountLookup lookup,
            StagedRows rows,
            Problems problems) {
        this.run = run;
        this.applying = plans.isReleased(run);
        this.lookup = lookup;
        this.rows = rows;
        this.problems = problems;
    }

    /** Rejects the rows whose username or email an account has by now, and gives back the others. */
    List<StagedRow> among(List<StagedRow> planned) {
        if (!applying || planned.isEmpty()) {
            return planned;
        }
        Map<String, Account> byUsername = new HashMap<>();
        lookup.find(
                        AccountField.USERNAME,
                        planned.stream().map(row -> row.person().username()).toList())
                .forEach(account -> byUsername.put(account.username(), account));
        Map<String, Account> byEmail = new HashMap<>();
        lookup.find(
                        AccountField.EMAIL,
                        planned.stream().map(row -> row.person().email()).toList())
                .forEach(account -> byEmail.put(account.emailKey(), account));
        List<StagedRow> absent = new ArrayList<>();
        for (StagedRow row : planned) {
            Account account = byUsername.getOrDefault(
                    row.person().username(), byEmail.get(row.person().emailKey()));
            if (account == null) {
                absent.add(row);
            } else {
                problems.add(run, List.of(AccountProblems.cameSincePlan(row, account)));
                rows.rejected(run, List.of(row.number()));
            }
        }
        return absent;
    }
}
