package org.rollcall.operation;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The files with the rows that could not be done.
 *
 * @param includePasswords whether the column that holds passwords in the roster holds them there, too
 */
public record RejectSettings(@DefaultValue("true") boolean includePasswords) {}
