package org.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.Run;
import org.rollcall.moodle.CallsEndedException;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.StoppedException;
import org.rollcall.provision.HeldException;
import org.rollcall.provision.PlanResult;
import org.rollcall.report.RunMail;
import org.rollcall.report.RunSummary;
import org.rollcall.report.UndoSummary;

/** Has people told by mail what a command came to. A mail that could not be sent is told on the terminal, and that is all. */
final class Mailing {

    private final RunMail mail;
    private final PrintWriter err;
    private @Nullable Run begun;

    Mailing(JobSession session, PrintWriter err) {
        this.mail = session.get(RunMail.class);
        this.err = err;
    }

    /** A run goes to work; what fails from here on is a failure of it. */
    void began(Run run) {
        begun = run;
    }

    void tell(RunSummary run, Path reports) {
        warn(mail.tell(run, reports));
    }

    void tell(UndoSummary undo, Path reports) {
        warn(mail.tell(undo, reports));
    }

    /**
     * Works on something, and tells of it where it fails. Who stopped it, or named what is not there, knows already.
     *
     * @param about the roster, or what else it is about
     */
    <T> T working(String about, Supplier<T> work) {
        begun = null;
        try {
            return work.get();
        } catch (StoppedException | CallsEndedException stopped) {
            throw stopped;
        } catch (HeldException held) {
            PlanResult plan = held.plan();
            if (plan != null) {
                tell(plan.summary(), plan.reports());
            }
            throw held;
        } catch (RuntimeException failed) {
            if (begun != null || !(failed instanceof SettingsException)) {
                String roster = begun == null ? about : begun.rosterName();
                warn(mail.tellFailure(roster, begun == null ? null : begun.name(), Endings.sentence(failed)));
            }
            throw failed;
        }
    }

    private void warn(Optional<String> failure) {
        failure.ifPresent(sentence -> {
            err.println(sentence);
            err.flush();
        });
    }
}
