package org.rollcall.cli;

import java.io.PrintWriter;
import java.util.Map;
import org.rollcall.cli.display.Display;
import org.rollcall.cli.display.Displays;
import org.rollcall.cli.display.StepReporter;
import org.rollcall.moodle.CallGate;
import org.rollcall.operation.Home;
import org.rollcall.operation.RunningSteps;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.StateHeldException;

/** All that a command needs that runs the job: the program's parts, a display of how far it is, and an end on a signal. */
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
     * @param out where people see how far the work is
     * @param settings those that the command line gives, by name
     * @throws StateHeldException when another run holds the job state
     * @throws SettingsException when a setting cannot be worked with
     */
    static JobSession open(PrintWriter out, Map<String, Object> settings) {
        return open(Displays.forPeople(out), "The same command", settings);
    }

    /**
     * Takes the lock on the job state and builds the parts.
     *
     * @param display where it is told how far the work is
     * @param command what goes on with the work once it was stopped
     * @param settings those that the command line gives, by name
     * @throws StateHeldException when another run holds the job state
     * @throws SettingsException when a setting cannot be worked with
     */
    static JobSession open(Display display, String command, Map<String, Object> settings) {
        StopOnSignal signal = new StopOnSignal();
        try {
            RollcallContext context = RollcallContext.open(Home.fromEnvironment(), settings, StepReporter.PARTS);
            signal.calls(() -> stop(display, context.get(RunningSteps.class)));
            signal.mayBeCutOff(
                    "Stopped at once; nothing is lost. %s goes on from there.".formatted(command),
                    context.get(CallGate.class)::isCallUnderWay);
            context.get(StepReporter.class).tell(display);
            return new JobSession(signal, context);
        } catch (RuntimeException failed) {
            signal.close();
            throw failed;
        }
    }

    private static void stop(Display display, RunningSteps steps) {
        display.say("Stopping after the calls in flight; Ctrl-C again stops at once, and loses nothing either.");
        steps.stop();
    }

    <T> T get(Class<T> part) {
        return context.get(part);
    }

    @Override
    public void close() {
        // What is tidied up at the end is left to come to its end.
        signal.mayNotBeCutOff();
        try {
            context.close();
        } finally {
            signal.close();
        }
    }
}
