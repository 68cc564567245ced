package org.rollcall.undo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Effect;
import org.rollcall.ledger.EffectKind;
import org.rollcall.ledger.Effects;
import org.rollcall.ledger.EnrolmentTerms;
import org.rollcall.ledger.StandingEnrolment;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoItems;
import org.rollcall.ledger.UndoState;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Records what became of items. Works in the caller's transaction. */
@Component
class UndoVerdicts {

    private final UndoItems items;
    private final Effects effects;
    private final JsonMapper json;

    UndoVerdicts(UndoItems items, Effects effects, JsonMapper json) {
        this.items = items;
        this.effects = effects;
        this.json = json;
    }

    /** They were taken back, each of which is an effect of its own. */
    void done(Collection<UndoItem> made) {
        if (made.isEmpty()) {
            return;
        }
        items.update(made.stream().map(item -> item.in(UndoState.DONE, "")).toList());
        effects.add(
                made.iterator().next().runId(), made.stream().map(this::effect).toList());
    }

    /** They stood as before when their turn came. */
    void already(Collection<UndoItem> all, String reason) {
        items.update(
                all.stream().map(item -> item.in(UndoState.ALREADY, reason)).toList());
    }

    /** The site refused to take them back. */
    void rejected(Collection<UndoItem> refused, String message) {
        items.update(refused.stream()
                .map(item -> item.in(UndoState.REJECTED, "The site refused: " + message))
                .toList());
    }

    private Effect effect(UndoItem item) {
        EnrolmentTerms found = terms(item.found(), item);
        return switch (item.action()) {
            case REACTIVATE -> ofAccount(item, EffectKind.USER_REACTIVATED);
            case SUSPEND -> ofAccount(item, EffectKind.USER_SUSPENDED);
            case SET_BACK ->
                ofAccount(item, item.column().equals("username") ? EffectKind.USER_RENAMED : EffectKind.USER_UPDATED);
            case DELETE -> effect(item, EffectKind.USER_DELETED, Map.of("username", item.name()), null);
            case ADD_TO_COHORT -> effect(item, EffectKind.COHORT_MEMBER_ADDED, null, null);
            case REMOVE_FROM_COHORT -> effect(item, EffectKind.COHORT_MEMBER_REMOVED, null, null);
            case ENROL -> effect(item, EffectKind.ENROLLED, null, terms(item.restored(), item));
            case RESTORE_ENROLMENT ->
                effect(item, EffectKind.ENROLMENT_CHANGED, standing(found), terms(item.restored(), item));
            case UNENROL -> effect(item, EffectKind.UNENROLLED, standing(found), null);
            case LEAVE -> throw new IllegalStateException("Nothing was to be done for " + item);
        };
    }

    private static Effect ofAccount(UndoItem item, EffectKind kind) {
        boolean created = item.column().isEmpty();
        String column = created ? UndoItem.SUSPENDED : item.column();
        return effect(
                item,
                kind,
                Map.of(column, created || item.found() == null ? "0" : item.found()),
                Map.of(column, created ? "1" : item.restoredValue()));
    }

    private @Nullable EnrolmentTerms terms(@Nullable String text, UndoItem item) {
        return text == null || !item.column().isEmpty() ? null : json.readValue(text, EnrolmentTerms.class);
    }

    private static @Nullable StandingEnrolment standing(@Nullable EnrolmentTerms terms) {
        return terms == null ? null : new StandingEnrolment(terms.roleId(), terms.suspended(), terms);
    }

    private static Effect effect(UndoItem item, EffectKind kind, @Nullable Object before, @Nullable Object after) {
        return new Effect(kind, null, null, item.accountId(), item.targetId(), item.name(), before, after);
    }

    /** Rejects one item. */
    void rejected(UndoItem item, String message) {
        rejected(List.of(item), message);
    }
}
