package org.rollcall.roster.csv;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.csv.TextCharset.Origin;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.text.CellText;
import org.rollcall.roster.text.Wording;

/** What a registrar is told about a file's character set, with a name to judge by where it was guessed. */
final class CharsetNotes {
    /** Columns that may be shown to anybody who reads a report; a password never stands there. */
    private static final Set<String> SHOWN = Set.of(
            "firstname", "lastname", "middlename", "alternatename", "city", "address", "institution", "department");

    private static final int ROWS = 10_000;

    private final CsvText text;
    private final CsvDialect dialect;

    CharsetNotes(CsvText text, CsvDialect dialect) {
        this.text = text;
        this.dialect = dialect;
    }

    List<String> with(@Nullable Charset fixed) {
        TextCharset charset = text.charset();
        List<String> notes = new ArrayList<>();
        if (charset.origin() == Origin.MARK && fixed != null && !fixed.equals(charset.charset())) {
            notes.add("The file says itself that it is %s text; the setting rollcall.roster.charset was left aside."
                    .formatted(charset.name()));
        }
        if (charset.origin() == Origin.FOUND
                && charset.name().startsWith("UTF-")
                && !charset.name().equals("UTF-8")) {
            notes.add("The file does not say its character set; its zero bytes show that it is %s."
                    .formatted(charset.name()));
        }
        if (charset.broken() > 0) {
            notes.add(("The file is UTF-8 text, but for %d place%s; the rows with such are rejected, and show %s where"
                            + " something could not be read.")
                    .formatted(charset.broken(), charset.broken() == 1 ? "" : "s", TextCharset.REPLACEMENT));
        }
        if (charset.origin() == Origin.GUESSED) {
            notes.add(guessed(charset));
        }
        return notes;
    }

    private String guessed(TextCharset charset) {
        String example = example();
        Charset other = charset.other();
        return "The file does not say its character set; it was read as %s%s%s; check the names, or set rollcall.roster.charset."
                .formatted(
                        charset.name(),
                        example == null ? "" : " (for example \"%s\")".formatted(Wording.shortened(example)),
                        other == null ? "" : ", but may be %s as well".formatted(other.name()));
    }

    /** A cell with a letter beyond ASCII: a header's, or one below a name that allows to show it. */
    private @Nullable String example() {
        for (String name : dialect.header()) {
            if (isStriking(name)) {
                return CellText.trimmed(name);
            }
        }
        Set<Integer> shown = new HashSet<>();
        for (int i = 0; i < dialect.header().size(); i++) {
            if (SHOWN.contains(CellText.trimmed(dialect.header().get(i)).toLowerCase(Locale.ROOT))) {
                shown.add(i);
            }
        }
        try (CsvRows rows = text.rows(dialect)) {
            for (RosterLine row = rows.next(); row != null && row.number() <= ROWS; row = rows.next()) {
                boolean whole = row.findings().isEmpty()
                        && row.cells().size() == dialect.header().size();
                for (int i : whole ? shown : Set.<Integer>of()) {
                    if (isStriking(row.cells().get(i))) {
                        return CellText.trimmed(row.cells().get(i));
                    }
                }
            }
        }
        return null;
    }

    private static boolean isStriking(String cell) {
        return cell.chars().anyMatch(c -> c >= 0x80 && Character.isLetter(c));
    }
}
