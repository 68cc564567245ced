package org.rollcall.check;

/** How good or bad a finding is. */
public enum Light {
    /** As it should be. */
    GREEN,
    /** Provisioning works, but something is missing, or could not be found out. */
    AMBER,
    /** Provisioning would fail. */
    RED
}
