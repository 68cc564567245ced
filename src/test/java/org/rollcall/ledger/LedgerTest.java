package org.rollcall.ledger;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the ledger's tables begin and end with. */
abstract class LedgerTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    Ledger ledger;

    @BeforeEach
    void openLedger() throws IOException {
        ledger = Ledger.inMemory(folder);
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }
}
