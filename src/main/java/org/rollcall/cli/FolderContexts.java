package org.rollcall.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rollcall.intake.InboxFolder;
import org.rollcall.intake.IntakeMail;
import org.rollcall.intake.RosterIntake;
import org.rollcall.intake.Workshop;
import org.rollcall.operation.FolderSettings;
import org.rollcall.operation.Home;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.RunningSteps;
import org.springframework.context.ConfigurableApplicationContext;

/** The parts of the program under the settings of a folder of the inbox, one folder at a time. */
final class FolderContexts implements Workshop {

    private final Home home;
    private final Map<String, Object> settings;
    private final Object[] guests;
    private @Nullable RollcallContext open;
    private boolean stopping;

    /**
     * @param settings those that the command line gives, by name
     * @param guests objects that are to be among the parts
     */
    FolderContexts(Home home, Map<String, Object> settings, Object... guests) {
        this.home = home;
        this.settings = settings;
        this.guests = guests;
    }

    /** Reads the settings of a folder, and builds nothing else. */
    RollcallSettings settings(InboxFolder folder) {
        try (ConfigurableApplicationContext parts =
                RollcallContext.withoutState(home, with(folder), WatchApplication.class)) {
            return parts.getBean(RollcallSettings.class);
        }
    }

    @Override
    public void within(InboxFolder folder, Consumer<RosterIntake> work) {
        try (RollcallContext context =
                RollcallContext.open(home, with(folder), List.of(RosterIntake.class, IntakeMail.class), guests)) {
            opened(context);
            work.accept(context.get(RosterIntake.class));
        } finally {
            closed();
        }
    }

    private Map<String, Object> with(InboxFolder folder) {
        Map<String, Object> all = new HashMap<>(settings);
        if (!folder.isInbox()) {
            all.putAll(new FolderSettings(home, folder.name()).location());
        }
        return all;
    }

    private synchronized void opened(RollcallContext context) {
        open = context;
        if (stopping) {
            context.get(RunningSteps.class).stop();
        }
    }

    private synchronized void closed() {
        open = null;
    }

    /** Has the run that is under way stop after the calls in flight, and any that would begin. */
    synchronized void stop() {
        stopping = true;
        if (open != null) {
            open.get(RunningSteps.class).stop();
        }
    }
}
