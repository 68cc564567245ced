package org.rollcall.progress.findings;

/** How far something has been read from the site. */
public enum Reading {
    OPEN,
    READ,
    /** The site does not tell it. */
    NOT_TOLD
}
