package org.rollcall.roster;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.header.RosterColumn;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.header.RosterHeader;

/** Holds a row against the constraints on its records, and says each broken one as a problem of its column. */
final class RowRules {
    private final RosterHeader header;
    private final Validator validator;

    RowRules(RosterHeader header, Validator validator) {
        this.header = header;
        this.validator = validator;
    }

    void check(RosterRow row, RowProblems problems) {
        Set<ConstraintViolation<RosterRow>> violations = validator.validate(row);
        for (ConstraintViolation<RosterRow> violation : violations) {
            RosterColumn column = column(row, violation.getPropertyPath());
            if (column != null && !isNeedless(column, violation, row.person())) {
                Object limit =
                        violation.getConstraintDescriptor().getAttributes().getOrDefault("value", 0);
                String value = Objects.toString(violation.getInvalidValue(), "");
                problems.error(column, violation.getMessage(), value, limit instanceof Integer most ? most : 0);
            }
        }
    }

    private static boolean isNeedless(RosterColumn column, ConstraintViolation<RosterRow> violation, Person person) {
        return person.deleted()
                && violation.getMessage().equals(Required.KIND)
                && column.field() != RosterField.USERNAME;
    }

    /** The column that a path such as {@code person.email} or {@code courses[1].role} was read from. */
    private @Nullable RosterColumn column(RosterRow row, Path path) {
        String record = "";
        int index = 0;
        String property = "";
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                index = node.getIndex();
            }
            record = record.isEmpty() ? Objects.toString(node.getName(), "") : record;
            property = Objects.toString(node.getName(), property);
        }
        return switch (record) {
            case "cohorts" ->
                header.find(RosterField.COHORT, row.cohorts().get(index).slot());
            case "courses" ->
                header.find(courseField(property), row.courses().get(index).slot());
            default -> header.find(RosterField.valueOf(property.toUpperCase(Locale.ROOT)), 0);
        };
    }

    private static RosterField courseField(String property) {
        return switch (property) {
            case "shortname" -> RosterField.COURSE;
            case "periodDays" -> RosterField.ENROLPERIOD;
            default -> RosterField.valueOf(property.toUpperCase(Locale.ROOT));
        };
    }
}
