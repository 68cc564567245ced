package org.rollcall.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the site said of one account that it did not update. The others of the call were updated all the same.
 *
 * @param userId the account
 * @param code Moodle's code, such as {@code invaliduserid}, {@code useremailduplicate}, {@code useremailinvalid},
 *     {@code usernotupdateddeleted}, {@code usernotupdatedguest}, {@code usernotupdatedadmin} or {@code
 *     dmlwriteexception} (a value that the database does not take, such as one too long)
 * @param message the site's sentence, or the code once more where the site has no sentence for it
 */
public record UserWarning(long userId, String code, String message) {

    /** Lays the warnings of an answer to the accounts they are about, which they name by id. */
    static Outcome<List<UserWarning>> assign(List<UserUpdate> updates, List<SiteWarning> warnings) {
        Set<Long> asked = updates.stream().map(UserUpdate::id).collect(Collectors.toSet());
        List<UserWarning> assigned = new ArrayList<>();
        List<SiteWarning> unassigned = new ArrayList<>();
        for (SiteWarning warning : warnings) {
            Long id = warning.itemId();
            if (id != null && asked.contains(id)) {
                assigned.add(new UserWarning(id, warning.code(), warning.message()));
            } else {
                unassigned.add(warning);
            }
        }
        return new Outcome.Done<>(List.copyOf(assigned), unassigned);
    }
}
