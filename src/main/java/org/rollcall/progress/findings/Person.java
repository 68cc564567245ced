package org.rollcall.progress.findings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a report is about.
 *
 * @param id the ledger's key
 * @param accountId the site's key
 * @param username empty where the site does not tell it, as all texts here
 * @param lastAccess when they last used the site, or null for never
 * @param tellsAccess whether the site tells that at all
 */
public record Person(
        long id,
        long accountId,
        String username,
        String fullname,
        String email,
        String idnumber,
        AccountState account,
        @Nullable Instant lastAccess,
        boolean tellsAccess) {

    /** Whether there is somebody whom the site can be asked about. */
    public boolean isThere() {
        return account != AccountState.DELETED;
    }

    /** Who that is, for people. */
    public String name() {
        return fullname.isEmpty() ? "account " + accountId : fullname;
    }
}
