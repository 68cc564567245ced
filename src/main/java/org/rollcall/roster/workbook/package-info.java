/**
 * Spreadsheets: their sheets and rows, read one row at a time, with every value as the sheet displays it.
 */
@NullMarked
package org.rollcall.roster.workbook;

import org.jspecify.annotations.NullMarked;
