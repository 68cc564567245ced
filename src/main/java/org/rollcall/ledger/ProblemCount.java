package org.rollcall.ledger;

import org.rollcall.roster.file.Severity;

/** How often one kind of problem occurs in a run. */
public record ProblemCount(String code, Severity severity, long count) {}
