package org.rollcall.roster.workbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.FileDetails;
import org.rollcall.roster.file.FileFormat;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.LineReader;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.file.RosterLine;
import org.rollcall.roster.text.Wording;

/** Reads the sheet of a workbook that is the roster, with one row in memory at a time. */
public final class WorkbookLines implements LineReader {
    private final Workbook sheets;
    private final SheetStart sheet;
    private final MergedCells merged;
    private final FileDetails details;

    private WorkbookLines(Workbook sheets, SheetStart sheet, MergedCells merged, FileDetails details) {
        this.sheets = sheets;
        this.sheet = sheet;
        this.merged = merged;
        this.details = details;
    }

    /**
     * Opens a workbook.
     *
     * @param format its kind, one that has sheets
     * @param path the file
     * @param limits how large it may be
     * @param options what is fixed about it
     * @param knownNames how many of some cells are names of columns
     * @throws RosterException if it cannot be read, or has no sheet that can be the roster
     */
    public static WorkbookLines open(
            FileFormat format,
            Path path,
            RosterLimits limits,
            FileOptions options,
            ToIntFunction<List<String>> knownNames) {
        Workbook sheets = workbook(format, path, limits);
        Map<Integer, SheetStart> begun = new HashMap<>();
        try {
            SheetChoice choice = SheetChoice.among(
                    sheets.file(),
                    sheets.list(),
                    options.sheet(),
                    place -> begun.computeIfAbsent(place, unread -> begin(format, sheets, unread, knownNames))
                            .mostKnown());
            SheetStart chosen = begun.remove(choice.index());
            SheetStart sheet = chosen == null ? begin(format, sheets, choice.index(), knownNames) : chosen;
            begun.values().forEach(other -> other.rows().close());
            MergedCells merged = sheets.merged(choice.index(), sheet.rows().layout());
            return new WorkbookLines(
                    sheets,
                    sheet,
                    merged,
                    FileDetails.workbook(format, sheet.rows().sheet(), notes(choice, sheet)));
        } catch (RuntimeException noRoster) {
            sheets.close();
            throw damaged(format, sheets.file(), null, noRoster);
        }
    }

    @Override
    public FileDetails details() {
        return details;
    }

    @Override
    public @Nullable RosterLine next() {
        try {
            RosterLine line = sheet.next();
            if (merged.areTooMany()) {
                throw new RosterException("The sheet “%s” in %s has more than %d merged cells: take them apart."
                        .formatted(Wording.shortened(sheet.rows().sheet()), sheets.file(), MergedCells.MOST));
            }
            return line == null ? null : merged.seenIn(line, sheet.header(), sheet.width());
        } catch (XMLStreamException | RuntimeException failure) {
            throw damaged(details.format(), sheets.file(), sheet.rows(), failure);
        }
    }

    @Override
    public void close() {
        sheet.rows().close();
        sheets.close();
    }

    private static Workbook workbook(FileFormat format, Path path, RosterLimits limits) {
        return switch (format) {
            case XLSX -> XlsxSheets.open(path, limits);
            case XLS -> XlsWorkbook.open(path, limits);
            case ODS -> OdsWorkbook.open(path, limits);
            default -> throw new IllegalArgumentException(format + " has no sheets");
        };
    }

    private static SheetStart begin(
            FileFormat format, Workbook sheets, int place, ToIntFunction<List<String>> knownNames) {
        Rows rows = sheets.rows(place);
        try {
            return SheetStart.of(rows, knownNames);
        } catch (XMLStreamException | RuntimeException failure) {
            throw damaged(format, sheets.file(), rows, failure);
        }
    }

    /**
     * What to say when the workbook breaks off while it is read.
     *
     * @param format what kind of workbook it is
     * @param file the file's name
     * @param rows the sheet that is read; null while none is
     */
    static RosterException damaged(FileFormat format, String file, @Nullable Rows rows, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RosterException said) {
                return said;
            }
            if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
                return new RosterException(
                        "%s is refused: unpacked it would be more than a hundred times as large.".formatted(file),
                        failure);
            }
        }
        String where = rows == null
                ? ""
                : " near row %d of sheet “%s”".formatted(Math.max(rows.row(), 1), Wording.shortened(rows.sheet()));
        return new RosterException(
                "%s is damaged%s: open it in %s and save it again.".formatted(file, where, format.program()), failure);
    }

    private static List<String> notes(SheetChoice choice, SheetStart sheet) {
        List<String> notes = new ArrayList<>(choice.notes());
        String hidden = sheet.rows().layout().hiddenColumns(sheet.width());
        if (hidden != null) {
            notes.add("In the sheet “%s” %s hidden; what stands there was read all the same."
                    .formatted(Wording.shortened(sheet.rows().sheet()), hidden));
        }
        return notes;
    }
}
