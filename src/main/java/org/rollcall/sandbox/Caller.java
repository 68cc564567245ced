package org.rollcall.sandbox;

import java.util.List;
import java.util.Set;

/**
 * The account behind a token, what it may do, which roles it may give, and the functions of its service.
 *
 * @param cohorts the idnumbers of the cohorts whose people a program partner's functions show; none stands for all
 */
record Caller(
        Account account,
        Set<String> capabilities,
        Set<Long> assignableRoles,
        List<String> functions,
        List<String> cohorts) {}
