package org.rollcall.roster.header;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.rollcall.roster.header.MappedValue.Source;
import org.rollcall.roster.header.NameReading.Kind;
import org.rollcall.roster.text.CellText;
import org.rollcall.roster.text.Wording;

/** Reads the names of a header from left to right, and collects what is to be said of them. */
final class HeaderReading {
    final int row;
    final List<String> names;
    final List<@Nullable RosterColumn> columns = new ArrayList<>();
    final Set<Integer> secret = new HashSet<>();
    final List<Problem> problems = new ArrayList<>();
    final List<NameReading> readings = new ArrayList<>();

    /** Of each column that two names mean, the second place. */
    final Map<RosterColumn, Integer> repeated = new HashMap<>();

    boolean rejectReport;

    private final ColumnNames known;
    private final Map<String, RosterColumn> byKey = new HashMap<>();
    private final List<String> aliases = new ArrayList<>();
    private final int lastNamed;

    HeaderReading(int row, List<String> names, ColumnNames known) {
        this.row = row;
        this.names = List.copyOf(names);
        this.known = known;
        int last = names.size() - 1;
        while (last >= 0 && CellText.isBlankCell(names.get(last))) {
            last--;
        }
        this.lastNamed = last;
        names.forEach(name -> readings.add(known.read(name)));
        decideBetweenFirstAndLastName();
        for (int index = 0; index < names.size(); index++) {
            add(index, names.get(index), readings.get(index));
        }
        addMapped();
    }

    /** The column of a name that means the field, or null. */
    @Nullable
    RosterColumn find(RosterField field) {
        return byKey.get(field.column(0));
    }

    List<String> notes() {
        return aliases.isEmpty()
                ? List.of()
                : List.of("The columns are understood so: " + Wording.listed(aliases) + ".");
    }

    /** A plain "Name" beside a column of first names holds last names, and the other way round. */
    private void decideBetweenFirstAndLastName() {
        List<Integer> open = new ArrayList<>();
        Map<RosterField, String> found = new HashMap<>();
        for (int index = 0; index < readings.size(); index++) {
            NameReading reading = readings.get(index);
            if (reading.mayBeAName()) {
                open.add(index);
            } else if (reading.column() != null) {
                found.putIfAbsent(reading.column().field(), CellText.trimmed(names.get(index)));
            }
        }
        boolean first = found.containsKey(RosterField.FIRSTNAME);
        if (open.size() != 1 || first == found.containsKey(RosterField.LASTNAME)) {
            return;
        }
        RosterField there = first ? RosterField.FIRSTNAME : RosterField.LASTNAME;
        RosterField meant = first ? RosterField.LASTNAME : RosterField.FIRSTNAME;
        int index = open.get(0);
        String name = CellText.trimmed(names.get(index));
        readings.set(index, NameReading.of(Kind.MAPPED, RosterColumn.named(meant, 0, "")));
        warn(
                meant.stem(),
                "column.assumed",
                "\"%s\" is read as %s, as \"%s\" is the %s; if it holds something else, say so in %s."
                        .formatted(
                                Wording.shortened(name),
                                meant.stem(),
                                Wording.shortened(found.getOrDefault(there, "")),
                                there.stem(),
                                Mapping.FILE));
    }

    private void add(int index, String name, NameReading reading) {
        rejectReport |= reading.kind() == Kind.OF_REPORT;
        if (known.meansPasswords(name)) {
            secret.add(index);
        }
        RosterColumn column = reading.column();
        if (column == null) {
            if (known.soundsLikePasswords(name)) {
                secret.add(index);
            }
            columns.add(null);
            warnOfUnread(index, name, reading);
            return;
        }
        RosterColumn placed = column.at(index);
        RosterColumn earlier = byKey.putIfAbsent(placed.key(), placed);
        if (earlier != null) {
            columns.add(null);
            repeated.putIfAbsent(earlier, index);
            return;
        }
        columns.add(placed);
        if (placed.field() == RosterField.PASSWORD) {
            secret.add(index);
        }
        if (reading.kind() == Kind.ALIAS) {
            aliases.add("\"%s\" as %s".formatted(Wording.shortened(CellText.trimmed(name)), placed.name()));
        }
        warnOfUnused(placed, name);
    }

    private void warnOfUnused(RosterColumn column, String name) {
        MappedValue value = known.mapping().value(column);
        if (value != null && value.source() == Source.CONSTANT) {
            warn(
                    column.name(),
                    "column.ignored",
                    "The column \"%s\" is ignored, as %s has a constant for %s."
                            .formatted(Wording.shortened(CellText.trimmed(name)), Mapping.FILE, column.name()));
        }
    }

    private void warnOfUnread(int index, String name, NameReading reading) {
        String shown = CellText.trimmed(name);
        if (reading.kind() == Kind.UNCLEAR) {
            warn(
                    shown,
                    "column.unclear",
                    "\"%s\" may mean %s; it is ignored unless %s says which it is."
                            .formatted(Wording.shortened(shown), candidates(reading), Mapping.FILE));
        } else if (reading.kind() == Kind.UNKNOWN && !shown.isEmpty()) {
            String nearest = known.nearest(name);
            warn(
                    shown,
                    "column.unknown",
                    "\"%s\" is not a column that Rollcall knows%s"
                            .formatted(
                                    Wording.shortened(shown),
                                    nearest == null ? "; it is ignored." : "; did you mean %s?".formatted(nearest)));
        } else if (reading.kind() == Kind.UNKNOWN && index < lastNamed) {
            warn("", "column.unnamed", "Column %d has no name in the header; it is ignored.".formatted(index + 1));
        }
    }

    static String candidates(NameReading reading) {
        return reading.candidates().stream().map(RosterField::stem).collect(Collectors.joining(" or "));
    }

    /** The columns that the file does not have and the mapping gives values for. */
    private void addMapped() {
        for (MappedValue value : known.mapping().values()) {
            RosterColumn added = value.column().at(columns.size());
            if (byKey.putIfAbsent(added.key(), added) == null) {
                columns.add(added);
            }
        }
    }

    private void warn(String column, String code, String message) {
        problems.add(new Problem(row, column, "", code, message, Severity.WARNING));
    }
}
