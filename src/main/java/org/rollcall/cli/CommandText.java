package org.rollcall.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/** A command as it can be given again. */
final class CommandText {

    private static final String HARMLESS = "[\\w@%+=:,./-]+";

    private CommandText() {}

    static String of(ParseResult arguments) {
        return of(arguments.originalArgs());
    }

    static String of(List<String> arguments) {
        return "`run.sh " + arguments.stream().map(CommandText::quoted).collect(Collectors.joining(" ")) + "`";
    }

    private static String quoted(String argument) {
        return argument.matches(HARMLESS) ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
