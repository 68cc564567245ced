package org.rollcall.roster.archive;

import org.jspecify.annotations.Nullable;
import org.rollcall.roster.file.FileDetails;
import org.rollcall.roster.file.LineReader;
import org.rollcall.roster.file.RosterException;
import org.rollcall.roster.file.RosterLine;

/** Reads a roster that came in an archive, and deletes what was unpacked when it is closed. */
final class UnpackedLines implements LineReader {
    private final UnpackedRoster roster;
    private final LineReader lines;
    private final FileDetails details;

    UnpackedLines(UnpackedRoster roster, LineReader lines) {
        this.roster = roster;
        this.lines = lines;
        FileDetails inside = lines.details();
        this.details = new FileDetails(
                inside.format(),
                roster.kind().name(),
                inside.charset(),
                inside.delimiter(),
                inside.sheet(),
                inside.notes().stream().map(roster::named).toList());
    }

    @Override
    public FileDetails details() {
        return details;
    }

    @Override
    public @Nullable RosterLine next() {
        try {
            return lines.next();
        } catch (RosterException said) {
            throw roster.named(said);
        }
    }

    @Override
    public void close() {
        lines.close();
        roster.close();
    }
}
