package org.rollcall.ledger;

/** What is done with an account that is there. */
public enum ChangeAction {
    /** Details change. */
    UPDATE(ChangePhase.UPDATE, EffectKind.USER_UPDATED),
    /** The username changes. */
    RENAME(ChangePhase.UPDATE, EffectKind.USER_RENAMED),
    /** A suspended account is let in again. */
    REACTIVATE(ChangePhase.UPDATE, EffectKind.USER_REACTIVATED),
    SUSPEND(ChangePhase.SUSPEND, EffectKind.USER_SUSPENDED),
    DELETE(ChangePhase.DELETE, EffectKind.USER_DELETED);

    private final ChangePhase phase;
    private final EffectKind effect;

    ChangeAction(ChangePhase phase, EffectKind effect) {
        this.phase = phase;
        this.effect = effect;
    }

    /** When in a run it is done. */
    public ChangePhase phase() {
        return phase;
    }

    /** What it is once it is done. */
    public EffectKind effect() {
        return effect;
    }

    /** Whether it is this action that changes a column of the account. */
    public boolean changes(String column) {
        return switch (this) {
            case RENAME -> column.equals("username");
            case REACTIVATE, SUSPEND -> column.equals("suspended");
            case UPDATE -> !column.equals("username") && !column.equals("suspended");
            case DELETE -> true;
        };
    }
}
