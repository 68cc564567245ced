package org.rollcall.ledger;

/**
 * One line of a plan.
 *
 * @param row the row that asks for it; 0 where many do
 * @param username whom it is about; empty where it is about nobody
 * @param target the cohort, course or column that it is about; empty for the account
 * @param before what stands there now, as far as that is known; empty where nothing does
 * @param after what will stand there; empty where that says nothing
 * @param reason why, in words
 */
public record PlannedAction(
        int row, String username, PlanAction action, String target, String before, String after, String reason) {}
