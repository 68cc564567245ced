package org.rollcall.roster.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.header.NameReading.Kind;
import org.rollcall.roster.text.CellText;
import org.rollcall.roster.text.Wording;

/** Refuses a header from which no roster can be read, in one sentence. */
record HeaderCheck(String file, HeaderReading header, ColumnNames known) {

    void check() {
        header.repeated.entrySet().stream().min(Map.Entry.comparingByValue()).ifPresent(repeated -> {
            throw new RosterException(twice(repeated.getKey(), repeated.getValue()));
        });
        List<String> missing = new ArrayList<>();
        for (RosterField field : RosterHeader.REQUIRED) {
            if (header.find(field) == null) {
                missing.add(field.stem());
            }
        }
        if (header.readings.stream().noneMatch(reading -> isOfAHeader(reading))) {
            throw new RosterException(noHeader());
        }
        if (!missing.isEmpty()) {
            throw new RosterException("%s lacks the column%s %s in its header%s%s."
                    .formatted(
                            file,
                            missing.size() == 1 ? "" : "s",
                            Wording.listed(missing),
                            header.row == 1 ? "" : " in row " + header.row,
                            nearMiss(missing)));
        }
    }

    private static boolean isOfAHeader(NameReading reading) {
        return reading.column() != null || reading.kind() == Kind.UNCLEAR;
    }

    private String noHeader() {
        return header.names.stream().anyMatch(HeaderCheck::isAnAddress)
                ? ("%s has no header: row %d holds a person already; put a row above it with the names of the columns, at"
                                + " least username, firstname, lastname and email.")
                        .formatted(file, header.row)
                : ("%s has no header: row %d must hold the names of the columns, at least username, firstname, lastname"
                                + " and email.")
                        .formatted(file, header.row);
    }

    private static boolean isAnAddress(String cell) {
        int at = cell.indexOf('@');
        return at > 0 && cell.indexOf('.', at) > 0;
    }

    private String twice(RosterColumn column, int second) {
        String name = CellText.trimmed(header.names.get(column.index()));
        String other = CellText.trimmed(header.names.get(second));
        if (name.equalsIgnoreCase(other)) {
            return "%s has the column %s twice, as column %d and as column %d: take one of them out."
                    .formatted(file, column.name(), column.index() + 1, second + 1);
        }
        return ("%s has two columns for %s: \"%s\" (column %d) and \"%s\" (column %d); take one of them out, or name it"
                        + " under ignore in %s.")
                .formatted(
                        file,
                        column.name(),
                        Wording.shortened(name),
                        column.index() + 1,
                        Wording.shortened(other),
                        second + 1,
                        Mapping.FILE);
    }

    private String nearMiss(List<String> missing) {
        for (int index = 0; index < header.readings.size(); index++) {
            NameReading reading = header.readings.get(index);
            String name = Wording.shortened(CellText.trimmed(header.names.get(index)));
            if (reading.candidates().stream().anyMatch(field -> missing.contains(field.stem()))) {
                return ": \"%s\" may mean %s, and %s has to say which"
                        .formatted(name, HeaderReading.candidates(reading), Mapping.FILE);
            }
            String nearest = reading.isKnown() ? null : known.nearest(name);
            if (nearest != null
                    && missing.stream()
                            .anyMatch(field -> nearest.endsWith(field) || nearest.equals("\"" + field + "\""))) {
                return ": perhaps \"%s\" should be %s".formatted(name, nearest);
            }
        }
        return "";
    }
}
