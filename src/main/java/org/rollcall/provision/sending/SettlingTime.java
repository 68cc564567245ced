package org.rollcall.provision.sending;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.rollcall.moodle.CallGate;
import org.rollcall.moodle.Outcome.Unavailable;
import org.rollcall.moodle.UnavailableKind;
import org.rollcall.operation.SiteUnavailableException;

/**
 * The time that a site is given after a call without a whole answer. Moodle goes on with a call whose caller has hung up
 * (measured: the batch is still committed), so one look right after it proves nothing.
 */
public final class SettlingTime {

    private static final int LOOKS = 4;
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(1);

    private final Duration delay;
    private final CallGate gate;

    /**
     * @param delay the pause before the second look, doubled before each further one
     * @param gate nobody waits for a call any more once it is shut
     */
    SettlingTime(Duration delay, CallGate gate) {
        this.delay = delay;
        this.gate = gate;
    }

    /**
     * Looks, and looks again after growing pauses, until nothing is left in doubt or the time is over.
     *
     * @param look takes what is in doubt and gives back what still is
     * @return what was not found to be done in all that time
     */
    public <T> List<T> lookUntilEmpty(List<T> inDoubt, UnaryOperator<List<T>> look) {
        List<T> left = look.apply(inDoubt);
        Duration pause = delay;
        for (int i = 1; i < LOOKS && !left.isEmpty(); i++) {
            pause(pause);
            pause = pause.multipliedBy(2);
            left = look.apply(left);
        }
        return left;
    }

    /** Waits once, before a call is repeated whose repetition does no harm. */
    public void pass() {
        pause(delay);
    }

    /**
     * Waits before a call is sent again that the site did not carry out, for as long as the site asks, if that is worth
     * while.
     *
     * @param sending how often the call was sent by now
     * @return whether to send it again
     */
    boolean hasPatience(Unavailable<?> unavailable, int sending) {
        Duration asked = unavailable.retryAfter() == null ? Duration.ZERO : unavailable.retryAfter();
        boolean worthWhile = unavailable.kind().mayPassSoon() && asked.compareTo(LONGEST_PATIENCE) <= 0;
        if (worthWhile) {
            Duration own = delay.multipliedBy(sending);
            pause(own.compareTo(asked) > 0 ? own : asked);
        }
        return worthWhile;
    }

    private void pause(Duration pause) {
        try {
            gate.pause(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SiteUnavailableException(
                    UnavailableKind.NO_ANSWER, "Interrupted while waiting for what became of a call.");
        }
    }
}
