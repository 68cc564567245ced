package org.rollcall.operation;

/** What the lines of the log are. */
public enum LogFormat {
    /** Text, for people. */
    TEXT,
    /** An object of JSON each, for programs: the fields are those of the Elastic Common Schema. */
    JSON
}
