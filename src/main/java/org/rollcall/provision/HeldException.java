package org.rollcall.provision;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Hold;
import org.rollcall.ledger.Run;

/** The plan of a run passed a threshold, and waits for somebody's approval; nothing was written to the site. */
public final class HeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // it never leaves the process
    private final @Nullable PlanResult plan;

    private HeldException(String message, @Nullable PlanResult plan) {
        super(message);
        this.plan = plan;
    }

    /** @param plan what was planned, where that is news */
    static HeldException of(Run run, List<Hold> holds, @Nullable PlanResult plan) {
        String reasons = holds.stream().map(Hold::sentence).collect(Collectors.joining(" "));
        return new HeldException(
                "The plan %s is held, and nothing was written to the site. %s If that is right, give `apply %s --approve \"REASON\"`."
                        .formatted(run.name(), reasons, run.name()),
                plan);
    }

    /** What was planned; null where that has been shown before. */
    public @Nullable PlanResult plan() {
        return plan;
    }
}
