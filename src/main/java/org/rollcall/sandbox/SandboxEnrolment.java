package org.rollcall.sandbox;

import java.util.List;

/**
 * One enrolment as the site holds it.
 *
 * @param username the account's username
 * @param roles the shortnames of its roles in the course, in the order of the roles' ids
 * @param timestart Unix seconds, 0 for no limit
 * @param timeend Unix seconds, 0 for no limit
 * @param suspended whether the enrolment (not the account) is suspended
 */
public record SandboxEnrolment(String username, List<String> roles, long timestart, long timeend, boolean suspended) {}
