package org.rollcall.ledger;

import java.time.Instant;

/**
 * Who let a held plan through, when, and why.
 *
 * @param by the name of the account on this machine
 */
public record Approval(String by, Instant at, String reason) {}
