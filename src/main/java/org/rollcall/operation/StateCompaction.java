package org.rollcall.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the disk back what a large run used up: H2 keeps what was overwritten for a while, and 100,000 rows leave a file
 * of 2.6 GB that holds 90 MB. Done when the program ends by itself, in a few seconds; a small file is left as it is, unless
 * something was taken out that is not to stay in it.
 */
public final class StateCompaction implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StateCompaction.class);
    private static final long WORTH_IT = 100_000_000;

    private final DataSource dataSource;
    private final RunningSteps runningSteps;
    private final Path file;
    private volatile boolean always;

    StateCompaction(DataSource dataSource, RunningSteps runningSteps, Path file) {
        this.dataSource = dataSource;
        this.runningSteps = runningSteps;
        this.file = file;
    }

    /** Writes the file anew at the end, however small it is: what was deleted still lies in it otherwise. */
    public void whateverItsSize() {
        always = true;
    }

    @Override
    public void close() {
        try {
            if (!runningSteps.isStopping() && (always || Files.size(file) > WORTH_IT)) {
                try (Connection connection = dataSource.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("SHUTDOWN COMPACT");
                }
            }
        } catch (IOException | SQLException harmless) {
            // H2 answers a statement that closes it with the complaint that it is closed.
            LOG.debug("Compacting the job state ended with: {}", harmless.getMessage());
        }
    }
}
