package org.rollcall.installation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a command ended: its exit code, and what it printed. */
public record Ending(int exitCode, String out, String err) {

    private static final Pattern RUN = Pattern.compile(
            "(?:Run|Undo|Report|Going on with report|Going on with run|Plan|Going on with plan|Applying) (\\d{4}-\\d\\d-\\d\\d-\\d{4}):");

    /** The name of the run that the command announced. */
    public String run() {
        Matcher matcher = RUN.matcher(out);
        if (!matcher.find()) {
            throw new AssertionError("No run was announced: " + this);
        }
        return matcher.group(1);
    }
}
