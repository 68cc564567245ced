package org.rollcall.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.AccountChange;
import org.rollcall.ledger.EnrolmentTerms;
import org.rollcall.ledger.MadeEffect;
import org.rollcall.ledger.StandingEnrolment;
import org.rollcall.ledger.UndoAction;
import org.rollcall.ledger.UndoItem;
import org.rollcall.ledger.UndoState;
import org.rollcall.moodle.UserField;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has to be done to take an effect back, before anybody has looked at the site.
 *
 * @param run the run that takes it back
 * @param deleteCreated whether accounts that were created are deleted; else they are suspended
 */
record EffectReversal(long run, boolean deleteCreated, JsonMapper json) {

    private static final String BEFORE_UNKNOWN =
            "What stood there before is not known, since the site does not tell it.";

    List<UndoItem> items(MadeEffect effect) {
        return switch (effect.kind()) {
            case USER_CREATED ->
                List.of(planned(effect, deleteCreated ? UndoAction.DELETE : UndoAction.SUSPEND, "", null, null));
            case USER_UPDATED, USER_RENAMED -> columns(effect, UndoAction.SET_BACK);
            case USER_SUSPENDED -> columns(effect, UndoAction.REACTIVATE);
            case USER_REACTIVATED -> columns(effect, UndoAction.SUSPEND);
            case USER_DELETED -> List.of(kept(effect, "", "Moodle does not bring a deleted account back."));
            case COHORT_CREATED ->
                List.of(kept(effect, "", "A cohort that was created stays; others may count on it by now."));
            case COHORT_MEMBER_ADDED -> List.of(planned(effect, UndoAction.REMOVE_FROM_COHORT, "", null, null));
            case COHORT_MEMBER_REMOVED -> List.of(planned(effect, UndoAction.ADD_TO_COHORT, "", null, null));
            case ENROLLED -> List.of(planned(effect, UndoAction.UNENROL, "", effect.afterJson(), null));
            case ENROLMENT_CHANGED -> List.of(enrolment(effect, UndoAction.RESTORE_ENROLMENT));
            case UNENROLLED -> List.of(enrolment(effect, UndoAction.ENROL));
            default -> List.of(kept(effect, "", "Rollcall does not take back changes of this kind."));
        };
    }

    private List<UndoItem> columns(MadeEffect effect, UndoAction action) {
        Map<String, @Nullable String> before = values(effect.beforeJson());
        List<UndoItem> items = new ArrayList<>();
        values(effect.afterJson()).forEach((column, after) -> {
            String restored = before.get(column);
            if (column.equals(AccountChange.PASSWORD)) {
                items.add(kept(effect, column, "The old password is known to nobody but its owner."));
            } else if (restored == null) {
                items.add(kept(effect, column, BEFORE_UNKNOWN));
            } else if (restored.isEmpty() && column.equals(UserField.INTERESTS.parameter())) {
                items.add(kept(effect, column, "Moodle does not let interests be emptied."));
            } else {
                items.add(planned(effect, action, column, after, restored));
            }
        });
        return items;
    }

    private Map<String, @Nullable String> values(@Nullable String text) {
        return text == null ? Map.of() : json.readValue(text, new TypeReference<>() {});
    }

    private UndoItem enrolment(MadeEffect effect, UndoAction action) {
        StandingEnrolment before = effect.beforeJson() == null
                ? new StandingEnrolment(null, null, null)
                : json.readValue(effect.beforeJson(), StandingEnrolment.class);
        EnrolmentTerms lastSet = before.lastSet();
        if (lastSet == null) {
            return kept(
                    effect, "", "How the enrolment stood before is not known, since Moodle does not tell its dates.");
        }
        if (action == UndoAction.RESTORE_ENROLMENT && before.roleId() == null) {
            return kept(effect, "", "The run gave a further role there, which can only be taken away on the site.");
        }
        EnrolmentTerms restored = new EnrolmentTerms(
                before.roleId() == null ? lastSet.roleId() : before.roleId(),
                lastSet.start(),
                lastSet.end(),
                before.suspended() == null ? lastSet.suspended() : before.suspended(),
                lastSet.askedStart(),
                lastSet.askedDays());
        return planned(effect, action, "", effect.afterJson(), json.writeValueAsString(restored));
    }

    private UndoItem planned(
            MadeEffect effect, UndoAction action, String column, @Nullable String found, @Nullable String restored) {
        return item(effect, action, column, found, restored, UndoState.PLANNED, "");
    }

    private UndoItem kept(MadeEffect effect, String column, String reason) {
        return item(effect, UndoAction.LEAVE, column, null, null, UndoState.KEPT, reason);
    }

    private UndoItem item(
            MadeEffect effect,
            UndoAction action,
            String column,
            @Nullable String found,
            @Nullable String restored,
            UndoState state,
            String reason) {
        boolean ofAccount = effect.targetId() == null;
        return new UndoItem(
                0,
                run,
                effect.id(),
                action,
                effect.accountId(),
                effect.targetId(),
                effect.username().isEmpty() && ofAccount ? effect.name() : effect.username(),
                effect.name(),
                column,
                found,
                restored,
                state,
                reason);
    }
}
