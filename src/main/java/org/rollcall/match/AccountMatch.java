package org.rollcall.match;

import org.rollcall.moodle.Account;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.header.RosterField;

/** Whether the site has an account for a row. */
public sealed interface AccountMatch {

    /** The site has none. */
    record None() implements AccountMatch {}

    /**
     * The site has this one.
     *
     * @param by the first column that led to it: username, oldusername, idnumber or email
     */
    record Found(Account account, RosterField by) implements AccountMatch {}

    /** The row speaks of several accounts, or of somebody else's. */
    record Conflicting(Problem problem) implements AccountMatch {}
}
