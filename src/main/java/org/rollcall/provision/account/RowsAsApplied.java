package org.rollcall.provision.account;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollcall.ledger.AppliedRows;
import org.rollcall.ledger.StagedRow;
import org.rollcall.operation.PlanSettings;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.Site;
import org.springframework.stereotype.Component;

/**
 * Tells which rows say what was last carried out on the site. What Moodle does not tell of an account cannot be compared,
 * and is sent only where a row says something new. A password that may be a new one always does, since nothing is kept by
 * which it could be compared.
 */
@Component
class RowsAsApplied {

    private final AppliedRows applied;
    private final Site site;
    private final PlanSettings planSettings;
    private final RollcallSettings settings;

    RowsAsApplied(AppliedRows applied, Site site, PlanSettings planSettings, RollcallSettings settings) {
        this.applied = applied;
        this.site = site;
        this.planSettings = planSettings;
        this.settings = settings;
    }

    /** The numbers of those of some rows. */
    Set<Integer> among(long run, Collection<? extends StagedRow> rows) {
        Set<Integer> comparable = rows.stream()
                .filter(row -> row.password() == null || !settings.accounts().updatePasswords())
                .map(StagedRow::number)
                .collect(Collectors.toSet());
        Set<Integer> asApplied = applied.asApplied(run, site.name(), planSettings.ofRowsInOneText(), comparable);
        return asApplied.stream().filter(comparable::contains).collect(Collectors.toSet());
    }
}
