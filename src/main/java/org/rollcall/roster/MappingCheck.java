package org.rollcall.roster;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.header.Aliases;
import org.rollcall.roster.header.ColumnNames;
import org.rollcall.roster.header.MappedValue;
import org.rollcall.roster.header.MappedValue.Source;
import org.rollcall.roster.header.Mapping;
import org.rollcall.roster.header.MappingException;
import org.rollcall.roster.header.RosterField;
import org.rollcall.roster.header.RosterHeader;

/**
 * Holds the values of a mapping against the rules for cells, so that a wrong one is told once and at the start instead of
 * in every row: it parses a row of a made-up person that says nothing beside names and courses.
 *
 * @param rules with the mapping in their names
 * @param validator any Bean Validation validator
 */
public record MappingCheck(RosterRules rules, Validator validator) {
    private static final String COURSE = "COURSE";

    /**
     * Looks at every value.
     *
     * @throws MappingException naming the first value that no row may have
     */
    public void check() {
        Mapping values = rules.names().mapping().withoutHeaders();
        if (values.values().isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>(List.of("firstname", "lastname"));
        List<String> cells = new ArrayList<>(List.of("Ada", "Lovelace"));
        for (MappedValue value : values.values()) {
            int slot = value.column().slot();
            boolean ofACourse =
                    value.column().field().numbered() && value.column().field() != RosterField.COHORT;
            if (ofACourse && !names.contains("course" + slot)) {
                names.add("course" + slot);
                cells.add(COURSE + slot);
            }
        }
        giveUnlessMade(RosterField.USERNAME, "ada", values, names, cells);
        giveUnlessMade(RosterField.EMAIL, "ada@example.edu", values, names, cells);
        RosterHeader header = RosterHeader.of(Mapping.FILE, 1, names, ColumnNames.of(Aliases.none(), values));
        for (Problem problem : new RowParser(header, validator, rules)
                .parse(new RosterLine(2, cells))
                .problems()) {
            for (MappedValue value : values.values()) {
                if (problem.isError() && value.column().name().equals(problem.column())) {
                    throw values.wrong(value, problem.message().replace(RowFilling.ORIGIN, ""));
                }
            }
        }
    }

    private static void giveUnlessMade(
            RosterField field, String cell, Mapping values, List<String> names, List<String> cells) {
        boolean made = values.values().stream()
                .anyMatch(value -> value.column().field() == field && value.source() == Source.TEMPLATE);
        if (!made) {
            names.add(field.stem());
            cells.add(cell);
        }
    }
}
