package org.rollcall.intake;

import java.util.function.Consumer;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.StateHeldException;

/** Builds the parts of the program under the settings of a folder, and takes them down again. */
@FunctionalInterface
public interface Workshop {

    /**
     * Takes the lock on the job state, builds the parts, and lets them work.
     *
     * @throws StateHeldException when another command holds the job state
     * @throws SettingsException when a setting cannot be worked with
     */
    void within(InboxFolder folder, Consumer<RosterIntake> work);
}
