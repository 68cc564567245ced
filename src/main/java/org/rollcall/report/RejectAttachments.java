package org.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.rollcall.ledger.Run;
import org.rollcall.ledger.Runs;
import org.rollcall.ledger.UndoRuns;
import org.rollcall.operation.Home;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.header.RosterHeader;
import org.springframework.stereotype.Component;

/** Chooses what a mail carries of the rows that came back: the file of the roster's kind, and never a password. */
@Component
class RejectAttachments {

    private final Runs runs;
    private final UndoRuns allRuns;
    private final RosterRules rules;
    private final RejectReport csv;
    private final RejectWorkbook workbook;
    private final Home home;
    private final RollcallSettings settings;

    RejectAttachments(
            Runs runs,
            UndoRuns allRuns,
            RosterRules rules,
            RejectReport csv,
            RejectWorkbook workbook,
            Home home,
            RollcallSettings settings) {
        this.runs = runs;
        this.allRuns = allRuns;
        this.rules = rules;
        this.csv = csv;
        this.workbook = workbook;
        this.home = home;
        this.settings = settings;
    }

    /** @param reports the folder of the run's reports */
    RejectAttachment of(RunSummary summary, Path reports) throws IOException {
        if (summary.rows().rejected() == 0) {
            return RejectAttachment.none();
        }
        Path original = RejectFile.toMend(reports, summary);
        if (!settings.mail().attachRejects()) {
            return RejectAttachment.none("The rows that came back stand in " + original + ".");
        }
        Run run = allRuns.find(summary.run()).orElseThrow().run();
        boolean hasPasswords = settings.rejects().includePasswords()
                && RosterHeader.accepted(runs.header(run.id()), rules.names()).holdsPasswords();
        return limited(hasPasswords ? copied(run, original) : attached(original), original);
    }

    private static RejectAttachment attached(Path original) {
        return new RejectAttachment(original, List.of("The rows that came back are attached."), null);
    }

    private RejectAttachment copied(Run run, Path original) throws IOException {
        Path aside = RejectAttachment.folder(home, run.name());
        boolean asWorkbook = original.endsWith(RejectWorkbook.NAME);
        Path copy = asWorkbook ? workbook.write(run, aside, false) : csv.write(run, aside, false);
        return new RejectAttachment(
                copy,
                List.of("The rows that came back are attached, without their passwords; with them they stand in "
                        + original + "."),
                aside);
    }

    private RejectAttachment limited(RejectAttachment attachment, Path original) throws IOException {
        if (attachment.size() <= settings.mail().attachAtMost().toBytes()) {
            return attachment;
        }
        attachment.close();
        return RejectAttachment.none(
                "The rows that came back stand in %s; they are too many to be attached (rollcall.mail.attach-at-most)."
                        .formatted(original));
    }
}
