/**
 * Spreadsheets: their sheets and rows, read one row at a time, with every value as the sheet displays it.
 *
 * <p>{@link org.rollcall.roster.workbook.WorkbookLines} opens a workbook of any kind, lets {@code SheetChoice} say which
 * of its sheets is the roster, and hands its rows out. Each kind has a {@code Workbook} that lists sheets and a
 * {@code Rows} that reads one of them. Dates are ISO 8601, whole numbers are written in full, and three texts stand for
 * what no sheet shows: a number of more than 15 digits has an exponent, a formula without a value is
 * {@code #GETTING_DATA}, a date that cannot be one is {@code ########}. Whoever judges the cells knows all of them as
 * damage, on their way through a reject report too.
 *
 * <p>Excel's workbooks are XML, up to half a gigabyte of it, so little is done for a cell: the texts that cells share are
 * read no further than cells have asked for, and attributes are not made into texts. The file may be anybody's, so nothing
 * in it is followed out of it, and nothing in it may grow without a bound.
 */
@NullMarked
package org.rollcall.roster.workbook;

import org.jspecify.annotations.NullMarked;
