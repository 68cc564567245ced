/**
 * A report of progress as files: CSV for programs and spreadsheets, a workbook, a page, and the figures in JSON.
 *
 * <p>All of them go through the people once, some hundred at a time. Texts of the site are kept from being run as formulas
 * in each of them.
 */
@NullMarked
package org.rollcall.progress.report;

import org.jspecify.annotations.NullMarked;
