/**
 * The client of a Moodle site's web services: {@link org.rollcall.moodle.MoodleClient} with one part an area of the
 * site, one method a function, records in and out.
 *
 * <p>Every call ends as an {@link org.rollcall.moodle.Outcome}: done, refused, unavailable or ambiguous. Nothing that
 * a site or a network does comes out as an exception, because what follows differs each time: a refused batch is
 * split, an unavailable site ends the run for now, and after an ambiguous write one has to look at the site before
 * sending again. Exceptions are left for what the caller can prevent: a request that PHP would cut off, or an address
 * without encryption.
 *
 * <p>A call goes from the area's part, such as {@code UserFunctions} (parameters), through {@code Calls} to {@code
 * FormEncoder} (PHP's nested form), {@code Endpoint} (HTTP), {@code AnswerJudge} (which outcome is this?), and then
 * through the {@code from} method of a record. JSON and XML are read into one kind of tree, which {@code Answer} takes
 * apart, so that no record knows in which format it came. Calls that only read are repeated by {@code ReadRetries}; calls that
 * write are never repeated here, since a site goes on with a batch whose caller has hung up. To add a function, add it
 * to {@code WsFunction}, write its records, and give its area one method.
 *
 * <p>The package knows nothing of rosters or jobs. What it says of Moodle was measured on Moodle 4.5.6.
 */
@NullMarked
package org.rollcall.moodle;

import org.jspecify.annotations.NullMarked;
