package org.rollcall.progress.findings;

/** What is known of the account of somebody in a report. */
public enum AccountState {
    /** It has not been looked up yet. */
    UNREAD(""),
    ACTIVE("active"),
    /** Barred from logging in. */
    SUSPENDED("suspended"),
    /** The cohort still names it, but the site does not have it any more. */
    DELETED("deleted"),
    /** The site tells no more than that it is there. */
    NOT_TOLD("not told");

    private final String words;

    AccountState(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
