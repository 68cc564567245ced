package org.rollcall.roster.file;

/** What a problem does to its row. */
public enum Severity {
    /** The row is a reject. */
    ERROR,
    /** The row is used; the registrar is told what was assumed. */
    WARNING
}
