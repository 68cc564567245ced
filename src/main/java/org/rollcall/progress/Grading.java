package org.rollcall.progress;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.CourseGrade;
import org.rollcall.moodle.GradeItem;
import org.rollcall.moodle.PartnerGrade;
import org.rollcall.moodle.PartnerGradeItem;
import org.rollcall.progress.findings.Item;
import org.rollcall.progress.findings.ItemGrade;

/** How a report takes down what the site's functions tell of grades. */
final class Grading {

    /** The course as a whole, where nothing else is told. */
    static final Item TOTAL = new Item(Item.TOTAL, null, Item.TOTAL, null, null);

    private static final String NONE = "-";
    private static final String CATEGORY = "category";

    private Grading() {}

    static Item item(GradeItem item) {
        boolean isTotal = item.type().equals(Item.TOTAL);
        return new Item(
                isTotal ? Item.TOTAL : Long.toString(item.id()),
                item.name(),
                item.type(),
                item.cmId(),
                // What can be got for a total depends on what somebody has grades for.
                isTotal || item.type().equals(CATEGORY) ? null : item.max());
    }

    static List<ItemGrade> grades(List<GradeItem> items) {
        return guarded(items.stream()
                .filter(item -> isThere(item.grade(), item.formatted(), item.hidden()))
                .map(item -> grade(
                        item(item).key(), item.grade(), item.formatted(), item.max(), item.hidden(), item.graded()))
                .toList());
    }

    /** Somebody's grades in a course; a total into which a hidden grade went would give it away, so it is hidden, too. */
    static List<ItemGrade> guarded(List<ItemGrade> grades) {
        boolean isHidden = grades.stream().anyMatch(grade -> grade.hidden() && grade.at() != null);
        return grades.stream()
                .map(grade -> isHidden && grade.item().equals(Item.TOTAL)
                        ? new ItemGrade(Item.TOTAL, null, "", null, true, grade.at())
                        : grade)
                .toList();
    }

    static Item item(PartnerGradeItem item) {
        boolean isTotal = item.activityId().equals(PartnerGradeItem.COURSE);
        return new Item(
                isTotal ? Item.TOTAL : key(item),
                item.name(),
                isTotal ? Item.TOTAL : "mod",
                isTotal ? null : activity(item.activityId()),
                isTotal ? null : item.max());
    }

    private static String key(PartnerGradeItem item) {
        Long number = item.itemNumber();
        return "a" + item.activityId() + (number == null || number == 0 ? "" : "-" + number);
    }

    private static @Nullable Long activity(String id) {
        return id.matches("\\d{1,18}") ? Long.valueOf(id) : null;
    }

    static @Nullable ItemGrade grade(PartnerGradeItem item, PartnerGrade grade) {
        return isThere(grade.grade(), grade.formatted(), grade.hidden())
                ? grade(item(item).key(), grade.grade(), grade.formatted(), item.max(), grade.hidden(), grade.graded())
                : null;
    }

    static @Nullable ItemGrade total(CourseGrade grade) {
        return isThere(grade.grade(), grade.formatted(), false)
                ? grade(Item.TOTAL, grade.grade(), grade.formatted(), null, false, null)
                : null;
    }

    private static boolean isThere(@Nullable Double grade, String shown, boolean hidden) {
        return hidden || grade != null || !(shown.isBlank() || shown.equals(NONE));
    }

    /** The value of a hidden grade is not even kept: a report goes through many hands. */
    private static ItemGrade grade(
            String key,
            @Nullable Double grade,
            String shown,
            @Nullable Double max,
            boolean hidden,
            @Nullable Instant graded) {
        return new ItemGrade(key, hidden ? null : grade, hidden ? "" : shown(grade, shown), max, hidden, graded);
    }

    private static String shown(@Nullable Double grade, String shown) {
        return shown.isBlank() && grade != null ? Double.toString(grade) : shown;
    }
}
