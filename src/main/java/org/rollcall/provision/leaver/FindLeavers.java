package org.rollcall.provision.leaver;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.Leaver;
import org.rollcall.ledger.LeaverAction;
import org.rollcall.ledger.LeaverScope;
import org.rollcall.ledger.Leavers;
import org.rollcall.ledger.RosterAccounts;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.operation.Answers;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.provision.account.AccountLookup;
import org.rollcall.provision.membership.AccountIds;
import org.rollcall.provision.sending.SitePrecondition;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds, for a roster that is a snapshot, who is in its cohorts and courses on the site and not in the roster, and decides
 * what becomes of them. Writes nothing to the site. The people of rejected rows, the token's own account and the guest
 * account never leave.
 */
@Component
@StepScope
class FindLeavers implements Tasklet {

    private final long run;
    private final MoodleClient moodle;
    private final RollcallSettings settings;
    private final SnapshotScopes scopes;
    private final RosterAccounts accounts;
    private final RejectedPeople rejected;
    private final AccountLookup lookup;
    private final Effects effects;
    private final Leavers leavers;
    private final Clock clock;

    FindLeavers(
            @Value("#{jobParameters['run']}") long run,
            MoodleClient moodle,
            RollcallSettings settings,
            SnapshotScopes scopes,
            RosterAccounts accounts,
            RejectedPeople rejected,
            AccountLookup lookup,
            Effects effects,
            Leavers leavers,
            Clock clock) {
        this.run = run;
        this.moodle = moodle;
        this.settings = settings;
        this.scopes = scopes;
        this.accounts = accounts;
        this.rejected = rejected;
        this.lookup = lookup;
        this.effects = effects;
        this.leavers = leavers;
        this.clock = clock;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        if (scopes.areAsked()) {
            leavers.clear(run);
            contribution.incrementWriteCount(find());
        }
        return RepeatStatus.FINISHED;
    }

    private int find() {
        Set<Long> staying = staying();
        ReadScope reading = new ReadScope(moodle);
        DecideLeavers decision = new DecideLeavers(
                run, settings, effects, lookup, new AccountIds(accounts.all(run)), reading, clock.instant());
        int number = 0;
        // Who is suspended need not be suspended in a course, too, which Moodle would refuse.
        List<LeaverScope> accountsFirst = scopes.resolve().stream()
                .sorted(Comparator.comparing(scope -> scope.action() != LeaverAction.SUSPEND_ACCOUNT))
                .toList();
        for (LeaverScope scope : accountsFirst) {
            AccountIds members = reading.members(scope.kind(), scope.targetId(), scope.name());
            AccountIds asked = new AccountIds(accounts.askingFor(run, scope.kind(), scope.name(), scope.targetId()));
            leavers.addScope(
                    run, new LeaverScope(scope.kind(), scope.targetId(), scope.name(), scope.action(), members.size()));
            List<Long> gone = members.stream()
                    .filter(account -> !asked.contains(account) && !staying.contains(account))
                    .boxed()
                    .toList();
            List<Leaver> found = new ArrayList<>();
            for (Leaver leaver : decision.decide(scope, gone, number)) {
                found.add(leaver);
                number++;
            }
            leavers.add(found);
        }
        return number;
    }

    private Set<Long> staying() {
        Set<Long> staying = new HashSet<>(rejected.accounts(run));
        staying.add(Answers.valueOf(moodle.site().info()).userId());
        lookup.find(AccountField.USERNAME, List.of(SitePrecondition.GUEST)).stream()
                .map(Account::id)
                .forEach(staying::add);
        return staying;
    }
}
