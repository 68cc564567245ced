package org.rollcall.sandbox;

import java.util.List;
import java.util.Set;

/** The account behind a token, what it may do, which roles it may give, and the functions of its service. */
record Caller(Account account, Set<String> capabilities, Set<Long> assignableRoles, List<String> functions) {}
