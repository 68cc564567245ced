package org.rollcall.roster;

/** What becomes of a person who stands in several rows of a roster. */
public enum RepeatedPeople {
    /** The first row keeps the username and the email; the later ones are rejects. */
    REJECT,
    /** One row for each enrolment: rows of one username are one person, as long as they do not contradict each other. */
    MERGE
}
