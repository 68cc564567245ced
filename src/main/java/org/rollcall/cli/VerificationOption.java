package org.rollcall.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.Verification;
import picocli.CommandLine.Option;

/** The option of every command that compares a roster with the site: how far rows are trusted that were applied before. */
final class VerificationOption {

    @Option(
            names = "--verify",
            paramLabel = "HOW",
            description =
                    "how rows are looked at that say what was last carried out on the site: members (are they still in"
                            + " their cohorts and courses?), full (as any other row) or ledger (not at all)"
                            + " (rollcall.verify; members unless set)")
    private @Nullable Verification verify;

    /** The setting that the option stands for, by its name; it goes before the one in the file. */
    Map<String, Object> settings() {
        return verify == null
                ? Map.of()
                : Map.of("rollcall.verify", verify.name().toLowerCase(Locale.ROOT));
    }
}
