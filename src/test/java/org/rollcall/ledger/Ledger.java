package org.rollcall.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.CohortRequest;
import org.rollcall.roster.CourseRequest;
import org.rollcall.roster.Person;
import org.rollcall.roster.RosterRow;
import org.rollcall.roster.file.FileDetails;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A ledger for one test: the real tables, as Flyway makes them, in an H2 of its own, and a clock that tests set. */
public final class Ledger implements AutoCloseable {

    static final String SHA256 = "ab".repeat(32);
    static final String MAPPING = "cd".repeat(32);
    static final List<String> HEADER = List.of("username", "firstname", "lastname", "email");
    public static final FileDetails FILE = FileDetails.text("UTF-8", ';', List.of("Something was assumed."));

    private final AnnotationConfigApplicationContext parts;
    final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T08:00:00Z"));

    private Ledger(String url, Path keyFolder) throws IOException {
        DataSource database = new DriverManagerDataSource(url, "rollcall", "");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        PasswordSeal seal = PasswordSeal.withKeyIn(keyFolder.resolve("password.key"));
        parts = new AnnotationConfigApplicationContext();
        parts.registerBean(DataSource.class, () -> database);
        parts.registerBean(PasswordSeal.class, () -> seal);
        parts.registerBean(SettableClock.class, () -> clock);
        parts.register(Parts.class);
        parts.refresh();
    }

    /** A ledger that is gone after the test; only the key lies in the folder. */
    public static Ledger inMemory(Path keyFolder) throws IOException {
        return new Ledger("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", keyFolder);
    }

    /** A ledger in a file, {@code ledger.mv.db} in this folder. */
    static Ledger inFile(Path folder) throws IOException {
        return new Ledger("jdbc:h2:file:" + folder.resolve("ledger") + ";WRITE_DELAY=0", folder);
    }

    @EnableTransactionManagement
    @ComponentScan(basePackageClasses = Runs.class)
    static class Parts {
        @Bean
        JdbcTemplate jdbcTemplate(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate jdbc) {
            return JdbcClient.create(jdbc);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.builder().build();
        }
    }

    RunHistory history() {
        return parts.getBean(RunHistory.class);
    }

    Runs runs() {
        return parts.getBean(Runs.class);
    }

    /** Numbers of the rows that are in a state, in order. */
    List<Integer> rowsIn(long runId, RowState state) {
        return jdbc().queryForList(
                        "SELECT row_no FROM roster_row WHERE run_id = ? AND state = ? ORDER BY row_no",
                        Integer.class,
                        runId,
                        state.name());
    }

    StagedRows rows() {
        return parts.getBean(StagedRows.class);
    }

    Repeats repeats() {
        return parts.getBean(Repeats.class);
    }

    Memberships memberships() {
        return parts.getBean(Memberships.class);
    }

    Wishes wishes() {
        return parts.getBean(Wishes.class);
    }

    public Problems problems() {
        return parts.getBean(Problems.class);
    }

    AccountChanges accountChanges() {
        return parts.getBean(AccountChanges.class);
    }

    Effects effects() {
        return parts.getBean(Effects.class);
    }

    CallCounts callCounts() {
        return parts.getBean(CallCounts.class);
    }

    AskedGroups askedGroups() {
        return parts.getBean(AskedGroups.class);
    }

    RowOutcomes outcomes() {
        return parts.getBean(RowOutcomes.class);
    }

    Rejects rejects() {
        return parts.getBean(Rejects.class);
    }

    JdbcTemplate jdbc() {
        return parts.getBean(JdbcTemplate.class);
    }

    /** Does something in a transaction that is then rolled back, as a step's is whose chunk fails. */
    void rolledBack(Runnable work) {
        new TransactionTemplate(parts.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    /** Begins a run, or goes on with it, of a roster that is told from others by the first letters of its hash. */
    public Run run(String rosterPrefix) {
        String sha256 = rosterPrefix + SHA256.substring(rosterPrefix.length());
        return runs().resumeOrBegin(
                        new NewRun("roster.csv", sha256, MAPPING, "sandbox", "provision", HEADER, FILE, List.of()));
    }

    /** Stages rows with what they ask for, as the step does. */
    void stage(Run run, NewRow... staged) {
        rows().stage(run.id(), Arrays.stream(staged).map(rows()::prepared).toList());
        memberships()
                .stage(
                        run.id(),
                        Arrays.stream(staged)
                                .filter(row -> row.problems().stream().noneMatch(Problem::isError))
                                .map(NewRow::row)
                                .toList(),
                        memberships().wishes(run.id()));
        for (NewRow row : staged) {
            problems().add(run.id(), row.problems());
        }
    }

    /** A row in order. */
    static NewRow row(int number, String username) {
        return row(number, username, username + "@example.org", null, List.of(), List.of());
    }

    static NewRow row(int number, String username, String email) {
        return row(number, username, email, null, List.of(), List.of());
    }

    static NewRow row(
            int number,
            String username,
            String email,
            @Nullable String password,
            List<CohortRequest> cohorts,
            List<CourseRequest> courses,
            Problem... problems) {
        Person person = Person.of(username, "First", "Last", email);
        List<@Nullable String> cells = new ArrayList<>(List.of(username, "First", "Last", email));
        cells.add(null);
        return new NewRow(cells, false, password, new RosterRow(number, person, cohorts, courses), List.of(problems));
    }

    static CourseRequest course(int slot, String shortname, @Nullable String role) {
        return new CourseRequest(slot, shortname, role, null, null, null, null);
    }

    static Problem error(int row, String code) {
        return new Problem(row, "email", "x", code, "It is wrong.", Severity.ERROR);
    }

    static Problem warning(int row, String code) {
        return new Problem(row, "username", "X", code, "It was changed.", Severity.WARNING);
    }

    @Override
    public void close() {
        jdbc().execute("SHUTDOWN");
        parts.close();
    }
}
