/**
 * The file becomes rows of the ledger. It is read once; every later step reads the ledger.
 *
 * <p>{@code RosterRowReader} reads and validates rows while earlier ones are being written ({@code ReadAhead}), and
 * {@code StageRoster} writes them with what is wrong with them and what they ask for. Who stands in the roster more than
 * once can be told only when all of it is there: {@code FindRepeated} goes over the whole of it, and
 * {@code SettleRepeated}, at the end of the job, gives rows that were merged into another one the verdict of that one.
 *
 * <p>The site is asked nothing here.
 */
@NullMarked
package org.rollcall.provision.staging;

import org.jspecify.annotations.NullMarked;
