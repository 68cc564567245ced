/**
 * How pages for people are made: one HTML file that opens anywhere, with nothing fetched from elsewhere.
 *
 * <p>A {@link org.rollcall.report.page.Page} is a Thymeleaf template and what is told to it. Templates are plain: what they
 * show has been counted, put into words and formatted before, by whoever makes the page. They take the head with the style,
 * the search above a table, bars and the script from {@code frame.html}. A table of the class {@code data} can be sorted
 * by its columns; one whose heading has the class {@code number} is sorted by number; a cell with another order than its
 * text says so as {@code data-sort}. Without scripts such a table is whole all the same.
 *
 * <p>Colours, for light and dark, are properties at the head of {@code style.css}.
 */
@NullMarked
package org.rollcall.report.page;

import org.jspecify.annotations.NullMarked;
