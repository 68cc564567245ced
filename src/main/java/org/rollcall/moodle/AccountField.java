package org.rollcall.moodle;

import java.util.Locale;

/** The fields by which core_user_get_users_by_field finds accounts. */
public enum AccountField {
    /** One upper-case letter in any of the values makes Moodle refuse the whole call; deleted accounts stay away. */
    USERNAME,
    /** Matches without regard to case and accents. */
    EMAIL,
    /** Deleted accounts come back too, and are not marked. */
    ID,
    /** Matches without regard to case; several accounts may share one. */
    IDNUMBER;

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
