package org.rollcall.progress.findings;

import java.util.List;

/** A course of a report, with its activities and what it gives grades for, the course as a whole last. */
public record Outline(ReportCourse course, List<Activity> activities, List<Item> items) {

    public Outline {
        activities = List.copyOf(activities);
        items = List.copyOf(items);
    }
}
