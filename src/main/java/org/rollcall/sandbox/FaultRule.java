package org.rollcall.sandbox;

import java.util.Set;

/**
 * Which calls meet a fault. Calls are counted from the moment the rule is added, those of its functions only.
 *
 * @param fault what they meet
 * @param functions the functions whose calls count; empty for all
 * @param after how many calls are let through first
 * @param every of the calls behind those, each how-manieth meets the fault: 1 for all of them
 * @param times how many calls meet it at most
 * @param chance how likely a call that would meet it does: from 0 to 1
 * @param dice what chance starts from; the same dice fall the same way, as long as calls come in the same order
 */
public record FaultRule(Fault fault, Set<String> functions, int after, int every, int times, double chance, long dice) {

    /** @throws IllegalArgumentException if a number is out of its range */
    public FaultRule {
        functions = Set.copyOf(functions);
        require(after >= 0, "after has to be 0 or more");
        require(every >= 1, "every has to be 1 or more");
        require(times >= 1, "times has to be 1 or more");
        require(chance > 0 && chance <= 1, "chance has to be more than 0, and 1 at most");
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** Each call meets the fault. */
    public static FaultRule always(Fault fault) {
        return next(Integer.MAX_VALUE, fault);
    }

    /** The next calls meet the fault, those behind them do not. */
    public static FaultRule next(int times, Fault fault) {
        return new FaultRule(fault, Set.of(), 0, 1, times, 1, 0);
    }

    /** The nth call from now on meets the fault, and no other. */
    public static FaultRule nth(int n, Fault fault) {
        return new FaultRule(fault, Set.of(), n - 1, 1, 1, 1, 0);
    }

    /** Each nth call meets the fault. */
    public static FaultRule every(int n, Fault fault) {
        return new FaultRule(fault, Set.of(), 0, n, Integer.MAX_VALUE, 1, 0);
    }

    /** Any call may meet the fault. */
    public static FaultRule byChance(double chance, long dice, Fault fault) {
        return new FaultRule(fault, Set.of(), 0, 1, Integer.MAX_VALUE, chance, dice);
    }

    /**
     * Reads a rule as a seed would hold it, in YAML's short form: {@code {fault: status, status: 503, every: 10}}; the
     * braces may be left out.
     *
     * @throws SandboxException if it cannot be understood
     */
    public static FaultRule read(String yaml) {
        String text = yaml.strip();
        return SeedReader.fault(text.startsWith("{") ? text : "{" + text + "}").rule();
    }

    /** The same for calls of these functions alone. */
    public FaultRule of(String... names) {
        return new FaultRule(fault, Set.of(names), after, every, times, chance, dice);
    }

    /** The same behind so many calls that are let through. */
    public FaultRule after(int calls) {
        return new FaultRule(fault, functions, calls, every, times, chance, dice);
    }
}
