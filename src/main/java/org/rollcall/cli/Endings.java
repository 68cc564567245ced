package org.rollcall.cli;

import java.io.PrintWriter;
import org.rollcall.moodle.CallsEndedException;
import org.rollcall.operation.Home;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.SiteUnavailableException;
import org.rollcall.operation.StateHeldException;
import org.rollcall.operation.StoppedException;
import org.rollcall.provision.HeldException;
import org.rollcall.roster.file.RosterException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one sentence and an exit code. The trace goes to the log, and is shown on request. */
final class Endings implements IExecutionExceptionHandler {

    private final Rollcall rollcall;

    Endings(Rollcall rollcall) {
        this.rollcall = rollcall;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult arguments) {
        PrintWriter err = commandLine.getErr();
        ExitCode code = exitCode(failure);
        LogLines.settle(Home.fromEnvironment());
        // Looked up only now: help must not wait for the log to be set up.
        LoggerFactory.getLogger(Endings.class).error("Ended with exit code {}", code.number(), failure);
        String sentence = sentence(failure, code, arguments);
        err.println(sentence);
        if (rollcall.isDebugging()) {
            failure.printStackTrace(err);
        }
        err.flush();
        DisplayOptions.tellPrograms(
                commandLine, arguments.originalArgs(), StopOnSignal.exitCode(code.number()), sentence);
        return code.number();
    }

    private static ExitCode exitCode(Exception failure) {
        if (failure instanceof RosterException || failure instanceof SettingsException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof SiteUnavailableException unavailable) {
            return unavailable.kind().isConfigurationFault() ? ExitCode.USAGE : ExitCode.UNAVAILABLE;
        }
        if (isStop(failure)) {
            return ExitCode.UNAVAILABLE;
        }
        if (failure instanceof HeldException) {
            return ExitCode.HELD;
        }
        return failure instanceof StateHeldException ? ExitCode.LOCKED : ExitCode.FAULT;
    }

    private static boolean isStop(Exception failure) {
        return failure instanceof StoppedException || failure instanceof CallsEndedException;
    }

    /** What there is to say of a failure, in one sentence and with what to do about it. */
    static String sentence(Exception failure) {
        return sentence(failure, exitCode(failure));
    }

    private static String sentence(Exception failure, ExitCode code, ParseResult arguments) {
        return isStop(failure)
                ? "%s %s goes on from there.".formatted(failure.getMessage(), CommandText.of(arguments))
                : sentence(failure, code);
    }

    private static String sentence(Exception failure, ExitCode code) {
        return switch (code) {
            case UNAVAILABLE -> failure.getMessage() + " The same command goes on where this one ended.";
            case FAULT ->
                "Rollcall met a fault of its own and stopped; nothing is lost, and the same command goes on."
                        + " The log has the details (var/log/rollcall.log).";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
