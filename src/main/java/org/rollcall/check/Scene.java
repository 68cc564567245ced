package org.rollcall.check;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.SiteInfo;

/**
 * What is known before the examinations begin.
 *
 * @param site who the site and the token's account are
 * @param course the short name of the course to look at, or null to take any
 */
record Scene(SiteInfo site, @Nullable String course) {

    /** The username of an account that every Moodle has, and that cannot be renamed. */
    static final String GUEST = "guest";

    /** Whether the token's service has all of these functions, without which a look would tell nothing new. */
    boolean offers(String... functions) {
        return site.functions().containsAll(Set.of(functions));
    }
}
