/**
 * The rules by which a row and an account come together: which account a row speaks of, what of it differs, and what is
 * to be done.
 *
 * <p>{@link org.rollcall.match.AccountMatcher} finds a row's account among those that were looked up on the site ({@link
 * org.rollcall.match.KnownAccounts}), or says why it cannot. {@link org.rollcall.match.AccountRules} makes a decision of
 * that: actions, with the old and the new value of each field ({@link org.rollcall.match.AccountComparison}) and the
 * update that carries exactly these, or the sentence with which the row comes back.
 *
 * <p>All of this is judgement only. Nothing here calls the site, and nothing knows of jobs or of the ledger: the one
 * thing that takes a memory, whether a row is as it was last applied, is told by the caller.
 */
@NullMarked
package org.rollcall.match;

import org.jspecify.annotations.NullMarked;
