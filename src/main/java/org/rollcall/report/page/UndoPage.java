package org.rollcall.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page on a run shows that takes an earlier one back, in the order of the page; a part that is null or empty is
 * left out. What it has in common with a {@link RunPage} goes by the same names.
 *
 * @param counts what becomes of the changes, as bars
 * @param meanings what the colours of the counts mean
 * @param kept what stays, and why
 * @param note what is to be said of that; null for nothing
 */
public record UndoPage(
        String name,
        RunPage.Status status,
        String headline,
        List<String> next,
        @Nullable String command,
        List<RunPage.Fact> facts,
        List<RunPage.Count> counts,
        List<Bar.Meaning> meanings,
        List<Kept> kept,
        @Nullable String note,
        List<RunPage.Step> steps,
        List<RunPage.Calls> calls,
        List<RunPage.BesideIt> files,
        String written) {

    /** A change that stays, whose it is, and why it stays. */
    public record Kept(String username, String what, String action, String outcome, String reason) {}
}
