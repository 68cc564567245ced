package org.rollcall.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.rollcall.operation.SettingsException;
import org.rollcall.roster.SampleRoster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sample --rows N --out FILE}: a made-up roster of any size, for trials. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a made-up roster, the same one each time, whose cohorts and courses the sandbox has: one cohort and"
                    + " two courses a row. A file name that ends in .xlsx gives an Excel file, any other CSV."
        })
final class SampleCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "200",
            description = "how many people (${DEFAULT-VALUE})")
    private int rows;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "the file to write")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() {
        if (rows < 1) {
            throw new SettingsException("--rows has to be 1 or more.");
        }
        SampleRoster.write(out, rows);
        spec.commandLine().getOut().printf("Wrote %,d rows to %s%n", rows, out);
        return ExitCode.DONE.number();
    }
}
