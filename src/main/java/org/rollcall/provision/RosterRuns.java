package org.rollcall.provision;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.rollcall.ledger.NewRun;
import org.rollcall.ledger.StagedRows;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.Site;
import org.rollcall.operation.SnapshotSettings;
import org.rollcall.provision.leaver.SnapshotScopes;
import org.rollcall.provision.sending.SitePrecondition;
import org.rollcall.roster.Fingerprint;
import org.rollcall.roster.RosterFile;
import org.rollcall.roster.RosterReader;
import org.rollcall.roster.RosterRules;
import org.rollcall.roster.file.RosterException;
import org.springframework.stereotype.Component;

/** What has to be in order before the run of a roster is begun: its file, and the site. */
@Component
class RosterRuns {

    /** How long the passwords of a run that was never brought to its end stay in the ledger. */
    static final Duration PASSWORDS_KEPT = Duration.ofDays(30);

    private final SitePrecondition precondition;
    private final StagedRows rows;
    private final Site site;
    private final RosterRules rules;
    private final SnapshotScopes scopes;
    private final SnapshotSettings snapshot;
    private final Clock clock;

    RosterRuns(
            SitePrecondition precondition,
            StagedRows rows,
            Site site,
            RosterRules rules,
            SnapshotScopes scopes,
            RollcallSettings settings,
            Clock clock) {
        this.precondition = precondition;
        this.scopes = scopes;
        this.snapshot = settings.snapshot();
        this.rows = rows;
        this.site = site;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Opens a roster and asks the site in.
     *
     * @param mode what the run is for
     * @return what its run is to be begun with
     * @throws RosterException when the file is no roster
     * @throws SettingsException when it is to be a snapshot of something that the site does not have
     */
    NewRun wanted(Path roster, String mode) {
        NewRun wanted = read(roster, mode);
        requireSite();
        scopes.check();
        return wanted;
    }

    /** Asks the site in, and lets go of passwords that nobody came back for. */
    void requireSite() {
        precondition.check();
        rows.dropPasswordsOfRunsBegunBefore(clock.instant().minus(PASSWORDS_KEPT));
    }

    private NewRun read(Path roster, String mode) {
        try (RosterReader reader = RosterFile.open(roster, rules)) {
            return new NewRun(
                    roster.getFileName().toString(),
                    RosterFile.sha256(roster),
                    meaning(),
                    site.name(),
                    mode,
                    reader.header().names(),
                    reader.details(),
                    reader.header().problems());
        }
    }

    /** What the file's cells mean, and what it means of a snapshot that somebody is not in it. */
    private String meaning() {
        return snapshot.enabled()
                ? new Fingerprint()
                        .of("rules", rules.fingerprint())
                        .of("snapshot", snapshot.inOneText())
                        .hex()
                : rules.fingerprint();
    }
}
