/**
 * Text files with delimiters: which characters the bytes stand for, what separates the cells, and where one record ends
 * and the next begins.
 */
@NullMarked
package org.rollcall.roster.csv;

import org.jspecify.annotations.NullMarked;
