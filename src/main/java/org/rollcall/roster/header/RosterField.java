package org.rollcall.roster.header;

import java.util.Locale;

/** What the cells of a column mean. The names are those of Moodle's own 'Upload users', and so are the meanings. */
public enum RosterField {
    USERNAME,
    FIRSTNAME,
    LASTNAME,
    EMAIL,
    PASSWORD,
    CREATEPASSWORD,
    AUTH,
    IDNUMBER,
    LANG,
    CITY,
    COUNTRY,
    TIMEZONE,
    DESCRIPTION,
    INSTITUTION,
    DEPARTMENT,
    PHONE1,
    PHONE2,
    ADDRESS,
    FIRSTNAMEPHONETIC,
    LASTNAMEPHONETIC,
    MIDDLENAME,
    ALTERNATENAME,
    INTERESTS,
    MAILDISPLAY,
    MAILFORMAT,
    THEME,
    SUSPENDED,
    DELETED,
    OLDUSERNAME,
    /** {@code profile_field_<shortname>}: a custom profile field of the site. */
    PROFILE_FIELD_,
    /** {@code cohortN}: a cohort's id number. */
    COHORT(true),
    /** {@code courseN}: a course's short name. */
    COURSE(true),
    /** {@code roleN}: a role's short name. */
    ROLE(true),
    /** {@code typeN}: Moodle's old way of naming a role, by 1, 2 or 3. */
    TYPE(true),
    /** {@code groupN}: a group of the course. */
    GROUP(true),
    /** {@code enrolperiodN}: how long the enrolment lasts, in days. */
    ENROLPERIOD(true),
    /** {@code enroltimestartN}: when the enrolment begins. */
    ENROLTIMESTART(true),
    /** {@code enrolstatusN}: 0 for an active enrolment, 1 for a suspended one. */
    ENROLSTATUS(true);

    private final String stem = name().toLowerCase(Locale.ROOT);
    private final boolean numbered;

    RosterField() {
        this(false);
    }

    RosterField(boolean numbered) {
        this.numbered = numbered;
    }

    /** {@return the column's name without its number, such as {@code username} or {@code course}} */
    public String stem() {
        return stem;
    }

    /** {@return whether the column's name ends with a number} */
    public boolean numbered() {
        return numbered;
    }

    String column(int slot) {
        return numbered ? stem + slot : stem;
    }
}
