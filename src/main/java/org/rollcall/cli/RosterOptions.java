package org.rollcall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that reads a roster: what is known about the file and need not be found out. */
final class RosterOptions {

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description = "the character set of a CSV file, such as windows-1252 (rollcall.roster.charset; found out"
                    + " unless set)")
    private @Nullable String charset;

    @Option(
            names = "--delimiter",
            paramLabel = "SIGN",
            description = "what separates the cells of a CSV file: comma, semicolon, tab, pipe or colon"
                    + " (rollcall.roster.delimiter; found out unless set)")
    private @Nullable String delimiter;

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "the sheet of a workbook (rollcall.roster.sheet; the first one with a header unless set)")
    private @Nullable String sheet;

    /** The settings that the options stand for, by name; they go before those in the file. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        put(settings, "charset", charset);
        put(settings, "delimiter", delimiter);
        put(settings, "sheet", sheet);
        return settings;
    }

    private static void put(Map<String, Object> settings, String name, @Nullable String value) {
        if (value != null) {
            settings.put("rollcall.roster." + name, value);
        }
    }
}
