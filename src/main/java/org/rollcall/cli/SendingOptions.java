package org.rollcall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that writes to the site: how much at a time. */
final class SendingOptions {

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "calls to the site at a time (rollcall.concurrency; found out while running unless set)")
    private @Nullable Integer concurrency;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            description =
                    "people, members or enrolments a call (rollcall.batch-size; found out while running unless set)")
    private @Nullable Integer batchSize;

    /** The settings that the options stand for, by name; they go before those in the file. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (concurrency != null) {
            settings.put("rollcall.concurrency", concurrency);
        }
        if (batchSize != null) {
            settings.put("rollcall.batch-size", batchSize);
        }
        return settings;
    }
}
