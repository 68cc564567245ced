/**
 * The groups of courses that rows ask for. Moodle lets only people into a group who are enrolled in its course, so groups
 * come last, when everybody is enrolled.
 *
 * <p>{@code MatchGroups} is two steps. Before the plan it looks at the groups of people who were enrolled before, and has
 * nothing created; behind it, once everybody is enrolled, at those of everybody else. {@code ResolveGroups} finds the
 * groups by their names, and has {@code CreateGroups} make what is missing where the settings allow it;
 * {@code AddGroupMembers} puts people in.
 *
 * <p>Why somebody could not be put into a group is told as a reject; the enrolment stays as it is.
 */
@NullMarked
package org.rollcall.provision.group;

import org.jspecify.annotations.NullMarked;
