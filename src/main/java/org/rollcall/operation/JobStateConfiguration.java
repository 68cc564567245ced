package org.rollcall.operation;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.rollcall.ledger.PasswordSeal;
import org.rollcall.moodle.CallGate;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where Spring Batch keeps its state, beside the ledger: one H2 file, migrated by Flyway. */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository
@ImportAutoConfiguration({
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
public class JobStateConfiguration {

    /**
     * Without WRITE_DELAY=0 H2 loses the last commits of a killed process, and with DB_CLOSE_ON_EXIT it closes itself
     * under a job that is being stopped. Its trace file would hold the values of statements that failed.
     */
    @Bean
    DataSource dataSource(Home home, RollcallSettings settings) throws IOException {
        Path file = Home.ownerOnly(home.state()).resolve("rollcall");
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
        pool.setUsername("rollcall");
        pool.setPassword("");
        // Each partition holds one connection for its chunk and one more for what it commits on its own.
        pool.setMaximumPoolSize(2 * settings.mostCallsAtATime() + 4);
        pool.setMinimumIdle(1);
        return pool;
    }

    @Bean
    StateCompaction stateCompaction(DataSource dataSource, RunningSteps runningSteps, Home home) {
        return new StateCompaction(dataSource, runningSteps, home.state().resolve("rollcall.mv.db"));
    }

    @Bean
    PasswordSeal passwordSeal(Home home) {
        try {
            return PasswordSeal.withKeyIn(Home.ownerOnly(home.state()).resolve("password.key"));
        } catch (IOException unusable) {
            throw new SettingsException(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    @Bean
    RunningSteps runningSteps(CallGate gate) {
        return new RunningSteps(gate);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
