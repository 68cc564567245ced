package org.rollcall.ledger;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done to take an effect back, in the order in which it is done: Moodle enrols nobody who is suspended, and nobody
 * who is gone.
 */
public enum UndoAction {
    /** A suspended account is let in again. */
    REACTIVATE(1, "let in again", "reactivateAccounts", "core_user_update_users"),
    /** An enrolment gets the dates and the status that it had. */
    RESTORE_ENROLMENT(2, "put enrolment back", "restoreEnrolments", "enrol_manual_enrol_users"),
    /** Somebody whose enrolment was ended is enrolled again. */
    ENROL(3, "enrol again", "enrolAgain", "enrol_manual_enrol_users"),
    /** An enrolment is ended. */
    UNENROL(4, "unenrol", "unenrol", "enrol_manual_unenrol_users"),
    /** Somebody who was removed from a cohort is added again. */
    ADD_TO_COHORT(5, "add to cohort again", "addToCohorts", "core_cohort_add_cohort_members"),
    /** Somebody is removed from a cohort. */
    REMOVE_FROM_COHORT(6, "remove from cohort", "removeFromCohorts", "core_cohort_delete_cohort_members"),
    /** A field of an account, the username too, gets the value that it had. */
    SET_BACK(7, "set back", "setBackAccounts", "core_user_update_users"),
    /** An account is barred from logging in: it was suspended before, or not there at all. */
    SUSPEND(8, "suspend", "suspendAccounts", "core_user_update_users"),
    /** An account that was created is deleted. */
    DELETE(9, "delete", "deleteAccounts", "core_user_delete_users"),
    /** Nothing can be done. */
    LEAVE(10, "leave", "leave", null);

    private final int place;
    private final String words;
    private final String step;
    private final @Nullable String function;

    UndoAction(int place, String words, String step, @Nullable String function) {
        this.place = place;
        this.words = words;
        this.step = step;
        this.function = function;
    }

    /** Its place in that order, which is part of the keys of what is to be done. */
    long place() {
        return place;
    }

    /** The action as reports have it. */
    public String words() {
        return words;
    }

    /** The name of the step that does it. */
    public String step() {
        return step;
    }

    /** The web-service function that it takes, if any. */
    public Optional<String> function() {
        return Optional.ofNullable(function);
    }

    /** The action that is done in the step of this name. */
    public static UndoAction ofStep(String name) {
        for (UndoAction action : values()) {
            if (action.step.equals(name)) {
                return action;
            }
        }
        throw new IllegalArgumentException("No action is done in the step " + name + ".");
    }
}
