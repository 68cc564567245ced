package org.rollcall.undo;

import org.rollcall.ledger.EnrolmentTerms;
import org.rollcall.ledger.UndoAction;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoItems;
import org.rollcall.moodle.Enrolment;
import org.rollcall.moodle.MemberRemoval;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Pace;
import org.rollcall.moodle.Unenrolment;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.RunningSteps;
import org.rollcall.provision.sending.BatchSender;
import org.rollcall.provision.sending.SettlingTime;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes what writes to the site for each action, with a sender of its own: each function has its pace. */
@Component
class UndoWriters {

    private final MoodleClient moodle;
    private final RollcallSettings settings;
    private final SettlingTime settling;
    private final RunningSteps steps;
    private final UndoAccounts accounts;
    private final UndoItems items;
    private final UndoVerdicts verdicts;
    private final JsonMapper json;

    UndoWriters(
            MoodleClient moodle,
            RollcallSettings settings,
            SettlingTime settlingTime,
            RunningSteps steps,
            UndoAccounts accounts,
            UndoItems items,
            UndoVerdicts verdicts,
            JsonMapper json) {
        this.moodle = moodle;
        this.settings = settings;
        this.settling = settlingTime;
        this.steps = steps;
        this.accounts = accounts;
        this.items = items;
        this.verdicts = verdicts;
        this.json = json;
    }

    ItemWriter<UndoItem> of(UndoAction action) {
        BatchSender sender =
                new BatchSender(new Pace(settings.paceLimits()), moodle.limits(), settling, steps::settled);
        return switch (action) {
            case REACTIVATE, SET_BACK, SUSPEND ->
                new RestoreAccounts(moodle, accounts, settling, sender, items, verdicts);
            case DELETE -> new DeleteCreated(moodle, accounts, settling, sender, items, verdicts);
            case ADD_TO_COHORT -> new AddMembersAgain(moodle, settling, sender, items, verdicts);
            case REMOVE_FROM_COHORT ->
                new RepeatableWrite<>(
                        item -> new MemberRemoval(item.target(), item.account()),
                        batch -> moodle.cohorts().removeMembers(batch),
                        settling,
                        sender,
                        items,
                        verdicts);
            case UNENROL ->
                new RepeatableWrite<>(
                        item -> new Unenrolment(item.account(), item.target()),
                        batch -> moodle.enrolments().unenrol(batch),
                        settling,
                        sender,
                        items,
                        verdicts);
            case ENROL, RESTORE_ENROLMENT ->
                new RepeatableWrite<>(
                        this::enrolment, batch -> moodle.enrolments().enrol(batch), settling, sender, items, verdicts);
            case LEAVE -> throw new IllegalArgumentException("Nothing is written for what is left.");
        };
    }

    private Enrolment enrolment(UndoItem item) {
        EnrolmentTerms terms = json.readValue(item.restoredValue(), EnrolmentTerms.class);
        return new Enrolment(
                item.account(), item.target(), terms.roleId(), terms.start(), terms.end(), terms.suspended());
    }
}
