package org.rollcall.sandbox;

import org.jspecify.annotations.Nullable;

/** How much a site tells of its errors: Moodle's debug level (0, 15, 32767 ...) and whether it displays them. */
record Debug(int level, boolean display) {
    /** Moodle's DEBUG_NORMAL: from here up the answers carry debuginfo. */
    static final int NORMAL = 15;

    /** Moodle's DEBUG_DEVELOPER. */
    static final int DEVELOPER = 32767;

    boolean tellsDetail() {
        return level >= NORMAL;
    }

    /** The message as the site words it: with the detail in brackets only for developers who display errors. */
    String message(String plain, @Nullable String detail) {
        return detail != null && level == DEVELOPER && display ? plain + " (" + detail + ")" : plain;
    }
}
