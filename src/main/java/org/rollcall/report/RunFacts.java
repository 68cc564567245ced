package org.rollcall.report;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.ledger.Approval;
import org.rollcall.ledger.Verified;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.report.page.Figures;
import org.rollcall.report.page.RunPage.Fact;
import org.rollcall.roster.file.FileDetails;
import org.springframework.stereotype.Component;

/** What a run is about: its roster, its site, its time. */
@Component
class RunFacts {

    private final RollcallSettings settings;

    RunFacts(RollcallSettings settings) {
        this.settings = settings;
    }

    List<Fact> of(RunSummary run) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Roster", run.roster()));
        FileDetails file = run.file();
        if (file != null) {
            facts.add(new Fact("Read as", file.description()));
        }
        facts.add(new Fact("Site", site(run.site())));
        facts.add(new Fact(
                "Began", Figures.moment(run.startedAt(), settings.site().timeZone())));
        facts.add(new Fact(
                run.state() == RunSummary.State.INTERRUPTED ? "Stopped" : "Ended",
                Figures.moment(run.endedAt(), settings.site().timeZone())));
        facts.add(new Fact("Took", Figures.duration(run.seconds())));
        Verified verified = run.verified();
        if (verified != null && verified.recognizedRows() > 0) {
            facts.add(new Fact(
                    "Unchanged rows",
                    Figures.counted(verified.recognizedRows(), "row") + " recognized from an earlier run"));
        }
        Approval approval = run.snapshot() == null ? null : run.snapshot().approval();
        if (approval != null) {
            facts.add(new Fact("Let through", "by %s: %s".formatted(approval.by(), approval.reason())));
        }
        return facts;
    }

    /** What was assumed of the file, and what else is worth knowing of it. */
    static List<String> notes(RunSummary run) {
        List<String> notes = new ArrayList<>();
        if (run.sameFileAs() != null) {
            notes.add("The file is unchanged since run %s; it was compared with the site anew."
                    .formatted(run.sameFileAs()));
        }
        FileDetails file = run.file();
        if (file != null) {
            notes.addAll(file.notes());
        }
        return notes;
    }

    /** The site as people know it. */
    static String site(String name) {
        return name.equals("sandbox") ? "the sandbox, Rollcall's built-in practice Moodle" : name;
    }
}
