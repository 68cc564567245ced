package org.rollcall.provision.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.AccountChange;
import org.rollcall.ledger.AccountChanges;
import org.rollcall.ledger.ChangeAction;
import org.rollcall.ledger.ChangeState;
import org.rollcall.ledger.ChangedField;
import org.rollcall.ledger.Effect;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.Problems;
import org.rollcall.roster.file.Problem;
import org.springframework.stereotype.Component;

/** Records what became of changes of accounts. Works in the caller's transaction. */
@Component
class ChangeVerdicts {

    private final AccountChanges changes;
    private final Problems problems;
    private final Effects effects;

    ChangeVerdicts(AccountChanges changes, Problems problems, Effects effects) {
        this.changes = changes;
        this.problems = problems;
        this.effects = effects;
    }

    /** This run made them. */
    void done(long run, Collection<AccountChange> made) {
        changes.moveTo(ChangeState.DONE, run, made);
        effects.add(run, effects(made));
    }

    /** Somebody else made it before this run could. */
    void skipped(long run, AccountChange change) {
        changes.moveTo(ChangeState.SKIPPED, run, List.of(change));
    }

    /** It could not be made. */
    void rejected(long run, AccountChange change, Problem reason) {
        problems.add(run, List.of(reason));
        changes.moveTo(ChangeState.REJECTED, run, List.of(change));
    }

    /** Some of it was made, and the rest could not be. */
    void rejectedInPart(long run, AccountChange made, Problem reason) {
        effects.add(run, effects(List.of(made)));
        rejected(run, made, reason);
    }

    private static List<Effect> effects(Collection<AccountChange> made) {
        List<Effect> effects = new ArrayList<>();
        for (AccountChange change : made) {
            for (ChangeAction action : change.actions()) {
                List<ChangedField> fields = change.fieldsOf(action);
                if (!fields.isEmpty()) {
                    effects.add(effect(change, action, fields));
                }
            }
        }
        return effects;
    }

    private static Effect effect(AccountChange change, ChangeAction action, List<ChangedField> fields) {
        Map<String, @Nullable String> before = new LinkedHashMap<>();
        Map<String, @Nullable String> after = new LinkedHashMap<>();
        for (ChangedField field : fields) {
            before.put(field.column(), field.before());
            after.put(field.column(), field.after());
        }
        return new Effect(
                action.effect(),
                change.row(),
                null,
                change.accountId(),
                null,
                change.username(),
                before,
                action == ChangeAction.DELETE ? null : after);
    }
}
