package org.rollcall.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.rollcall.operation.Home;
import org.rollcall.operation.RunningSteps;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.StateHeldException;

/** All that a command needs that runs the job: the program's parts, progress on the terminal, and an end on a signal. */
final class JobSession implements AutoCloseable {

    private final StopOnSignal signal;
    private final RollcallContext context;

    private JobSession(StopOnSignal signal, RollcallContext context) {
        this.signal = signal;
        this.context = context;
    }

    /**
     * Takes the lock on the job state and builds the parts.
     *
     * @param settings those that the command line gives, by name
     * @throws StateHeldException when another run holds the job state
     * @throws SettingsException when a setting cannot be worked with
     */
    static JobSession open(PrintWriter out, Map<String, Object> settings) {
        StopOnSignal signal = new StopOnSignal();
        try {
            RollcallContext context =
                    RollcallContext.open(Home.fromEnvironment(), settings, List.of(TerminalProgress.class));
            signal.calls(() -> stop(out, context.get(RunningSteps.class)));
            context.get(TerminalProgress.class).printTo(out);
            return new JobSession(signal, context);
        } catch (RuntimeException failed) {
            signal.close();
            throw failed;
        }
    }

    private static void stop(PrintWriter out, RunningSteps steps) {
        out.println("Stopping after the calls in flight; the same command goes on from there.");
        out.flush();
        steps.stop();
    }

    <T> T get(Class<T> part) {
        return context.get(part);
    }

    @Override
    public void close() {
        try {
            context.close();
        } finally {
            signal.close();
        }
    }
}
