package org.rollcall.roster;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row's wish that its person be enrolled in a course. Null means that the row says nothing of it.
 *
 * @param slot the number in the names of its columns, such as 2 for {@code course2}
 * @param shortname the course's short name on the site, at most 255 characters
 * @param role the role's short name, at most 100 characters; a {@code typeN} of Moodle's old kind has been turned into
 *     one
 * @param group the name of a group of the course, at most 254 characters and without markup
 * @param periodDays how many days the enrolment lasts, from 1 to 36,500
 * @param start when the enrolment begins, on the clock of the site's time zone; midnight where the roster has a date
 *     only. A time that the clock skips in spring is as much later, one that it shows twice in autumn is the first
 * @param suspended true for an {@code enrolstatusN} of 1, false for 0
 */
public record CourseRequest(
        int slot,
        @MaxLength(255) String shortname,
        @MaxLength(100) @Nullable String role,
        @MaxLength(254) @NoMarkup @Nullable String group,
        @Between(min = 1, max = 36_500) @Nullable Integer periodDays,
        @Nullable LocalDateTime start,
        @Nullable Boolean suspended) {}
