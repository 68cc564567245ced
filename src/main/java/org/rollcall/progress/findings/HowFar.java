package org.rollcall.progress.findings;

/** How far somebody got with a course. */
public enum HowFar {
    /** Never came, and has done nothing. */
    NOT_STARTED("not started"),
    /** Came, or has done something, and is not through. */
    UNDER_WAY("under way"),
    /** The course's own conditions are met. */
    COMPLETE("complete"),
    /** The course does not track completion, or not that person's, such as a teacher's. */
    NOT_TRACKED("not tracked"),
    NOT_ENROLLED("not enrolled"),
    /** The site does not tell enough to say. */
    NOT_TOLD("not told");

    private final String words;

    HowFar(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
