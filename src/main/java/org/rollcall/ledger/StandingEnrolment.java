package org.rollcall.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an enrolment on the site that a row wants otherwise. Moodle sets an enrolment wholly anew, so a change
 * says again what of this is to stay.
 *
 * @param roleId the site's id of a role that the person has in the course: the one that the row names, or any where it
 *     names none; null where the person lacks the role that the row names
 * @param suspended whether it is suspended
 * @param lastSet what Rollcall set it to last, or null where it never did and its dates are not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StandingEnrolment(
        @Nullable Long roleId,
        @Nullable Boolean suspended,
        @Nullable EnrolmentTerms lastSet) {}
