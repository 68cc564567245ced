package org.rollcall.sandbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The sandbox's own H2 database, in a folder or in memory. Each piece of work is one transaction; readers work side by
 * side, a writer alone, so that no two calls can block each other for good. What was committed outlives the process,
 * even a killed one.
 */
final class SandboxDatabase implements AutoCloseable {
    /** H2's code for a file that another process has open. */
    private static final int IN_USE = 90_020;

    /** H2 keeps what was overwritten for a while. A larger file that holds less than half of it is worth a few seconds. */
    private static final long WORTH_COMPACTING = 100_000_000;

    private static final int HALF_FULL = 50;

    /** More connections than the server has threads. */
    private static final int CONNECTIONS = 10;

    private final HikariDataSource pool;
    private final @Nullable Path file;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    private SandboxDatabase(HikariDataSource pool, @Nullable Path file) {
        this.pool = pool;
        this.file = file;
        this.jdbc = JdbcClient.create(pool);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    /** @throws SandboxException if the folder cannot be used, or what lies in it cannot be read */
    static SandboxDatabase open(@Nullable Path folder) {
        if (folder == null) {
            return new SandboxDatabase(pool("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"), null);
        }
        try {
            Files.createDirectories(folder);
            Path site = folder.toAbsolutePath().normalize().resolve("site");
            return new SandboxDatabase(
                    pool("jdbc:h2:file:" + site + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0"),
                    site.resolveSibling("site.mv.db"));
        } catch (FileAlreadyExistsException e) {
            throw new SandboxException("The sandbox's folder " + folder + " cannot be made: there is a file.", e);
        } catch (IOException e) {
            throw new SandboxException("The sandbox's folder " + folder + " cannot be made.", e);
        } catch (PoolInitializationException e) {
            throw new SandboxException(
                    "The sandbox's data in " + folder + " cannot be opened: " + reason(folder, e.getCause()) + ".", e);
        }
    }

    private static String reason(Path folder, @Nullable Throwable cause) {
        if (cause instanceof SQLException failure && failure.getErrorCode() == IN_USE) {
            return "another program uses it";
        }
        return Files.isWritable(folder) ? "it is damaged" : "the folder cannot be written to";
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName("sandbox");
        return new HikariDataSource(config);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /**
     * Makes the tables that are not there, and fills them, unless that was done before.
     *
     * @throws SandboxException if a seed cannot be applied, or the tables are damaged
     */
    void prepare(Runnable seeding) {
        try {
            boolean seeded = isSeeded();
            if (!seeded) {
                jdbc.sql("DROP ALL OBJECTS").update();
            }
            new ResourceDatabasePopulator(new ClassPathResource("schema.sql", SandboxDatabase.class)).execute(pool);
            if (seeded) {
                return;
            }
            transaction.executeWithoutResult(status -> seeding.run());
            // Created last: a process that dies before leaves a database that the next start fills anew.
            jdbc.sql("CREATE TABLE seeded (id INT)").update();
        } catch (DataAccessException | TransactionException e) {
            throw new SandboxException("The sandbox's data cannot be prepared: " + e.getMessage(), e);
        }
    }

    private boolean isSeeded() {
        return jdbc.sql("SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'SEEDED'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Runs work that changes nothing. */
    <T extends @Nullable Object> T read(Supplier<T> work) {
        return run(lock.readLock(), work);
    }

    /** Runs work that may change the site; an exception undoes all of it. */
    <T extends @Nullable Object> T write(Supplier<T> work) {
        return run(lock.writeLock(), work);
    }

    private <T extends @Nullable Object> T run(Lock held, Supplier<T> work) {
        held.lock();
        try {
            return transaction.execute(status -> work.get());
        } finally {
            held.unlock();
        }
    }

    /** A database in a folder closes with its last connection; one in memory has to be told to. */
    @Override
    public void close() {
        try (pool) {
            if (!pool.isClosed() && (file == null || isWorthCompacting(file))) {
                jdbc.sql("SHUTDOWN COMPACT").update();
            }
        } catch (DataAccessException harmless) {
            // H2 answers a statement that closes it with the complaint that it is closed.
        }
    }

    private boolean isWorthCompacting(Path data) {
        return data.toFile().length() > WORTH_COMPACTING
                && jdbc.sql(
                                        "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info.CHUNKS_FILL_RATE'")
                                .query(Integer.class)
                                .single()
                        < HALF_FULL;
    }
}
