/**
 * Looks a site over for the person who sets it up, and says for each thing that is missing where in Moodle's
 * administration it is mended.
 *
 * <p>{@link org.rollcall.check.SiteCheck} asks who the site and the token are, and then lets one {@code Examination}
 * after the other look: at the service's functions, at people, cohorts and courses, at limits and clock. What they see
 * are {@link org.rollcall.check.Finding}s, green, amber or red. Red is what keeps {@code provision} from its work; amber
 * is what a later roster may run into, or what cannot be found out without changing the site.
 *
 * <p>Every call is harmless: it reads, or it asks for something that a site has to refuse as a whole whatever its rights
 * are, so that only the kind of refusal tells. To look at something more, write another {@code Examination}.
 */
@NullMarked
package org.rollcall.check;

import org.jspecify.annotations.NullMarked;
