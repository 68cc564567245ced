package org.rollcall.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.Places.Place;
import org.rollcall.report.page.Figures;
import org.rollcall.report.page.RunPage;

/** The cohorts and courses of a run, as its page shows them. */
final class PlaceTable {

    private static final int MOST = 1_000;

    private PlaceTable() {}

    /** The table of places that stand in the order of their weight; null where there are none. */
    static RunPage.@Nullable Places of(List<Place> places, RunSummary run) {
        if (places.isEmpty()) {
            return null;
        }
        boolean isPlan = run.state() == RunSummary.State.PLANNED || run.state() == RunSummary.State.HELD;
        String left = isPlan ? "Would leave" : "Left";
        return new RunPage.Places(
                isPlan ? null : "Added",
                isPlan ? "Would be added" : run.state() == RunSummary.State.INTERRUPTED ? "Not yet" : null,
                run.snapshot() == null ? null : left,
                places.size() <= MOST
                        ? null
                        : "Those with failures, and those where most was done, are listed: %s of %s."
                                .formatted(Figures.count(MOST), Figures.count(places.size())),
                places.stream().limit(MOST).map(PlaceTable::row).toList());
    }

    private static RunPage.Place row(Place place) {
        return new RunPage.Place(
                place.kind() == MembershipKind.COHORT ? "Cohort" : "Course",
                place.name(),
                Figures.count(place.made()),
                Figures.count(place.open()),
                Figures.count(place.already()),
                Figures.count(place.failed()),
                Figures.count(place.left()));
    }
}
