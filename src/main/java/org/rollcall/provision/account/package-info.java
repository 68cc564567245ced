/**
 * The accounts that rows speak of: found, created, changed and deleted.
 *
 * <p>{@code MatchUsers} looks rows up many at a time and hands each to {@link org.rollcall.match}, which judges;
 * {@code AccountPlan} puts into the ledger what was decided. Faulty rows are looked up too, as far as their cells can be
 * read ({@link org.rollcall.provision.account.Candidate}), so that their list of problems is whole.
 *
 * <p>After the plan, {@code CreateUsers}, {@code UpdateUsers} and {@code DeleteUsers} write. While a plan is applied that
 * was made earlier, they ask first whether things still are as they were planned: {@code StillAbsent},
 * {@code StillAsPlanned}. {@code AccountProblems} says why a row's account could not be made, {@code ChangeProblems} why
 * one was not changed.
 *
 * <p>Of the rest of the job it knows only how to send. Others who want to know an account ask
 * {@link org.rollcall.provision.account.AccountLookup}.
 */
@NullMarked
package org.rollcall.provision.account;

import org.jspecify.annotations.NullMarked;
