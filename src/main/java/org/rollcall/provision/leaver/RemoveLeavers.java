package org.rollcall.provision.leaver;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.ledger.EnrolmentTerms;
import org.rollcall.ledger.Leaver;
import org.rollcall.ledger.LeaverAction;
import org.rollcall.ledger.LeaverState;
import org.rollcall.ledger.Leavers;
import org.rollcall.moodle.Enrolment;
import org.rollcall.moodle.MemberRemoval;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Unenrolment;
import org.rollcall.provision.account.AccountLookup;
import org.rollcall.provision.sending.BatchCall;
import org.rollcall.provision.sending.BatchSender;
import org.rollcall.provision.sending.SettlingTime;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes leavers out of cohorts and courses, or suspends them. Each is looked at just before: who is no longer there was
 * taken out by somebody else, or by an earlier attempt whose call was never answered.
 */
@Component
@StepScope
class RemoveLeavers implements ItemWriter<Leaver> {

    private final long run;
    private final AccountLookup lookup;
    private final Leavers leavers;
    private final LeaverVerdicts verdicts;
    private final ReadScope reading;
    private final Map<LeaverAction, BatchSender> senders = new EnumMap<>(LeaverAction.class);
    private final Map<LeaverAction, BatchCall<Leaver, ?>> calls = new EnumMap<>(LeaverAction.class);

    RemoveLeavers(
            @Value("#{jobParameters['run']}") long run,
            MoodleClient moodle,
            AccountLookup lookup,
            SettlingTime settling,
            BatchSender removalSender,
            BatchSender unenrolmentSender,
            BatchSender enrolmentSender,
            BatchSender updateSender,
            Leavers leavers,
            LeaverVerdicts verdicts) {
        this.run = run;
        this.lookup = lookup;
        this.leavers = leavers;
        this.verdicts = verdicts;
        this.reading = new ReadScope(moodle);
        senders.put(LeaverAction.REMOVE_FROM_COHORT, removalSender);
        senders.put(LeaverAction.UNENROL, unenrolmentSender);
        senders.put(LeaverAction.SUSPEND_ENROLMENT, enrolmentSender);
        senders.put(LeaverAction.SUSPEND_ACCOUNT, updateSender);
        calls.put(
                LeaverAction.REMOVE_FROM_COHORT,
                new RemovalCall<>(
                        run,
                        leaver -> new MemberRemoval(leaver.targetId(), leaver.accountId()),
                        moodle.cohorts()::removeMembers,
                        settling,
                        verdicts));
        calls.put(
                LeaverAction.UNENROL,
                new RemovalCall<>(
                        run,
                        leaver -> new Unenrolment(leaver.accountId(), leaver.targetId()),
                        moodle.enrolments()::unenrol,
                        settling,
                        verdicts));
        calls.put(
                LeaverAction.SUSPEND_ENROLMENT,
                new RemovalCall<>(run, this::suspended, moodle.enrolments()::enrol, settling, verdicts));
        calls.put(LeaverAction.SUSPEND_ACCOUNT, new SuspensionCall(run, moodle, lookup, settling, verdicts));
    }

    private Enrolment suspended(Leaver leaver) {
        EnrolmentTerms terms = verdicts.suspended(leaver);
        return new Enrolment(
                leaver.accountId(), leaver.targetId(), terms.roleId(), terms.start(), terms.end(), terms.suspended());
    }

    @Override
    public void write(Chunk<? extends Leaver> chunk) {
        List<Leaver> open = new ArrayList<>();
        List<Leaver> ours = new ArrayList<>();
        List<Leaver> skipped = new ArrayList<>();
        Set<Long> suspended = SuspensionCall.suspended(
                lookup,
                chunk.getItems().stream()
                        .map(Leaver.class::cast)
                        .filter(leaver -> leaver.action() == LeaverAction.SUSPEND_ACCOUNT)
                        .toList());
        for (Leaver leaver : chunk.getItems()) {
            boolean isThere = reading.members(leaver.kind(), leaver.targetId(), leaver.name())
                    .contains(leaver.accountId());
            boolean isDone = isDone(leaver, isThere, suspended);
            if (isDone && leaver.state() == LeaverState.SENDING) {
                ours.add(leaver);
            } else {
                (isDone || !isThere ? skipped : open).add(leaver);
            }
        }
        leavers.sending(open);
        verdicts.done(run, ours);
        verdicts.skipped(skipped);
        open.stream().collect(Collectors.groupingBy(Leaver::action)).forEach((action, some) -> send(some, action));
    }

    /** Whether the site is as it is to be; whether an enrolment is suspended is not looked at, as setting it twice does no harm. */
    private static boolean isDone(Leaver leaver, boolean isThere, Set<Long> suspended) {
        return switch (leaver.action()) {
            case REMOVE_FROM_COHORT, UNENROL -> !isThere;
            case SUSPEND_ACCOUNT -> suspended.contains(leaver.accountId());
            case SUSPEND_ENROLMENT, REPORT -> false;
        };
    }

    private void send(List<Leaver> some, LeaverAction action) {
        BatchSender sender = senders.get(action);
        BatchCall<Leaver, ?> call = calls.get(action);
        if (sender == null || call == null) {
            throw new IllegalStateException("Nothing is sent for " + action + ".");
        }
        sender.send(some, call);
    }
}
