package org.rollcall.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.rollcall.cli.display.Display;
import org.rollcall.ledger.NewRun;
import org.rollcall.ledger.Run;
import org.rollcall.roster.file.FileDetails;

/** Says on the terminal which run goes to work, and what was found out about its roster. */
final class RunAnnouncement {

    private RunAnnouncement() {}

    static void tell(Display display, String what, Run run) {
        display.begins(run);
        print(display.text(), what, run);
    }

    static void tell(Display display, String what, Run run, NewRun begun) {
        display.begins(run);
        print(display.text(), what, run, begun);
    }

    static void print(PrintWriter out, String what, Run run) {
        String site = run.key().site().equals("sandbox")
                ? "the sandbox, Rollcall's built-in practice Moodle"
                : run.key().site();
        out.printf("%s %s: %s into %s%n", what, run.name(), run.rosterName(), site);
        out.flush();
    }

    static void print(PrintWriter out, String what, Run run, NewRun begun) {
        print(out, run.resumed() ? "Going on with " + what.toLowerCase(Locale.ROOT) : what, run);
        FileDetails file = begun.file();
        if (file != null) {
            out.println("  Read as " + TextTable.printable(file.description()));
            file.notes().forEach(note -> note(out, note));
        }
        begun.warnings().forEach(warning -> note(out, warning.message()));
        out.flush();
    }

    private static void note(PrintWriter out, String sentence) {
        out.println("  Note: " + TextTable.printable(sentence));
    }
}
