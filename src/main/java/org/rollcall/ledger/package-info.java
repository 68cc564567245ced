/**
 * The run's own tables: what each row of a roster is, how far it came, and what was changed on the site.
 *
 * <p>A file is read once and staged here; from then on every step reads the ledger by row number and row state, so that
 * restart, reports and partitions all stand on the same table. The classes are one per table and speak plain SQL; each
 * method says in which transaction it works. What must be known before a call is sent ("these rows are being sent") is
 * committed on its own; what a call brought is committed together with the chunk that sent it.
 *
 * <p>The schema lies in {@code db/migration} and is kept by Flyway.
 */
@NullMarked
package org.rollcall.ledger;

import org.jspecify.annotations.NullMarked;
