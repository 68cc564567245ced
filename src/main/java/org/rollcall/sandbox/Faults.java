package org.rollcall.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rollcall.sandbox.Fault.Kind;

/** The faults that calls of a sandbox meet, for tests and rehearsals. May be changed while calls are under way. */
public final class Faults {
    private final Set<String> offered;
    private final List<Counted> rules = new CopyOnWriteArrayList<>();

    Faults(Set<String> offered) {
        this.offered = offered;
    }

    /**
     * From now on calls meet this fault, too. Where several rules meet in a call, their delays add up, and of the other
     * faults the one that was added first comes.
     *
     * @throws SandboxException if the site's service does not have one of the functions
     */
    public void add(FaultRule rule) {
        rule.functions().stream()
                .filter(name -> !offered.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new SandboxException(
                            "A fault is of the function " + unknown + ", which the service lacks.", null);
                });
        rules.add(new Counted(rule));
    }

    /** From now on calls meet no fault. */
    public void clear() {
        rules.clear();
    }

    /** What the next call of this function meets. */
    Due next(String function) {
        Duration delay = Duration.ZERO;
        Fault end = null;
        for (Counted rule : rules) {
            if (rule.meets(function)) {
                Fault fault = rule.rule.fault();
                if (fault.kind() == Kind.DELAY) {
                    delay = delay.plus(rule.delay());
                } else if (end == null) {
                    end = fault;
                }
            }
        }
        return new Due(delay, end);
    }

    /** A rule, and how many calls it has seen. */
    private static final class Counted {
        private final FaultRule rule;
        private final Random dice;
        private long seen;
        private long met;

        Counted(FaultRule rule) {
            this.rule = rule;
            this.dice = new Random(rule.dice());
        }

        synchronized boolean meets(String function) {
            if (!rule.functions().isEmpty() && !rule.functions().contains(function)) {
                return false;
            }
            seen++;
            boolean due = seen > rule.after()
                    && (seen - rule.after()) % rule.every() == 0
                    && met < rule.times()
                    && (rule.chance() >= 1 || dice.nextDouble() < rule.chance());
            met += due ? 1 : 0;
            return due;
        }

        synchronized Duration delay() {
            long shortest = rule.fault().shortest().toNanos();
            long longest = rule.fault().longest().toNanos();
            return Duration.ofNanos(shortest + (long) (dice.nextDouble() * (longest - shortest)));
        }
    }
}
