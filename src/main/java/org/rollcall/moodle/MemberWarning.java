package org.rollcall.moodle;

/**
 * What the site said of one account that was to be added to a cohort. The others of the call were added all the same.
 *
 * @param code 2 for no such cohort or account, 3 for an account that is a member already
 * @param message the site's sentence
 * @param alreadyMember whether the account was in the cohort before, so that nothing is amiss
 */
public record MemberWarning(long cohortId, long userId, String code, String message, boolean alreadyMember) {}
