package org.rollcall.ledger;

import java.time.Instant;

/**
 * One run, as the ledger knows it.
 *
 * @param id the ledger's key
 * @param name what people call it, such as {@code 2026-11-21-0007}: the day it began (UTC) and a number within that day
 * @param rosterName the roster's file name, without its folder
 * @param key what makes it this run and no other
 * @param startedAt when its first attempt began
 * @param resumed whether an earlier attempt at it was left unfinished
 */
public record Run(long id, String name, String rosterName, RunKey key, Instant startedAt, boolean resumed) {}
