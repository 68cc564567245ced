package org.rollcall.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's grades in a course come to, by Moodle's usual aggregation ("natural"): the sum of the grades there
 * are, out of the sum of what could be got for them.
 */
final class CourseTotal {
    private static final int DECIMALS = 5;

    private final List<GradeItem> items;
    private final Map<Long, Grade> grades = new LinkedHashMap<>();

    CourseTotal(Tables tables, long courseId, long userId) {
        items = tables.grades().ofActivities(courseId);
        tables.grades().ofUser(courseId, userId).forEach(grade -> grades.put(grade.itemId(), grade));
    }

    /** The items of activities, in their order. */
    List<GradeItem> items() {
        return items;
    }

    @Nullable
    Grade of(GradeItem item) {
        return grades.get(item.id());
    }

    /** Whether there is any grade; only then Moodle keeps weights. */
    boolean isGraded() {
        return !grades.isEmpty();
    }

    /** The best total: of what is graded, or of all while nothing is. */
    BigDecimal grademax() {
        return items.stream()
                .filter(item -> !isGraded() || grades.containsKey(item.id()))
                .map(GradeItem::grademax)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The part of the total that an item makes up, from 0 to 1; nothing while it has no grade. */
    BigDecimal weight(GradeItem item) {
        return grades.containsKey(item.id()) && grademax().signum() > 0
                ? item.grademax().divide(grademax(), DECIMALS, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
    }

    /** The total as a grade of the course's item; null while there is none. */
    @Nullable
    Grade total(GradeItem course) {
        if (!isGraded()) {
            return null;
        }
        BigDecimal sum = grades.values().stream().map(Grade::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        long last = grades.values().stream().mapToLong(Grade::graded).max().orElse(0);
        return new Grade(course.id(), sum, "", null, last, false);
    }
}
