package org.rollcall.progress.findings;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.IdRange;
import org.rollcall.moodle.SeenPerson;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The table of the people of reports. All works in the caller's transaction. */
@Repository
public class People {

    /** The condition that somebody's account has not been looked up. */
    public static final String UNREAD = "account = 'UNREAD'";

    /** The condition that it has not been read in which courses somebody is. */
    public static final String WITHOUT_COURSES = "asked = 'OPEN'";

    /** The condition that it has not been read how far somebody got. */
    public static final String UNFINISHED = "asked <> 'DONE'";

    private final JdbcTemplate jdbc;

    People(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads a row of the table. */
    public RowMapper<Person> rowMapper() {
        return (row, number) -> new Person(
                row.getLong("id"),
                row.getLong("account_id"),
                orEmpty(row.getString("username")),
                orEmpty(row.getString("fullname")),
                orEmpty(row.getString("email")),
                orEmpty(row.getString("idnumber")),
                AccountState.valueOf(row.getString("account")),
                StoredTime.read(row, "last_access"),
                row.getBoolean("access_told"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Adds people of whom no more is known than their accounts' ids. */
    public void addUnread(long runId, Collection<Long> accountIds) {
        long next = next(runId);
        jdbc.batchUpdate(
                """
                INSERT INTO progress_person (id, account_id, account, access_told, asked)
                VALUES (?, ?, 'UNREAD', FALSE, 'OPEN')""", numbered(next, accountIds.stream().distinct().sorted().toList()));
    }

    private static List<Object[]> numbered(long first, List<Long> accountIds) {
        long[] next = {first};
        return accountIds.stream().map(id -> new Object[] {next[0]++, id}).toList();
    }

    /** Adds people as the site shows them, those left out who are there already. */
    public void add(long runId, Collection<SeenPerson> seen) {
        Map<Long, Long> known = byAccount(runId);
        List<SeenPerson> news =
                seen.stream().filter(person -> !known.containsKey(person.id())).toList();
        addUnread(runId, news.stream().map(SeenPerson::id).toList());
        describe(byAccount(runId), news);
    }

    private long next(long runId) {
        IdRange all = Reports.people(runId);
        return Objects.requireNonNull(jdbc.queryForObject(
                        "SELECT COALESCE(MAX(id), ?) FROM progress_person WHERE id BETWEEN ? AND ?",
                        Long.class,
                        all.first(),
                        all.first(),
                        all.last()))
                + 1;
    }

    /** Notes what the site shows of people. */
    public void describe(Map<Long, Long> idByAccount, Collection<SeenPerson> seen) {
        jdbc.batchUpdate(
                """
                UPDATE progress_person SET username = ?, fullname = ?, email = ?, idnumber = ?, account = ?, last_access = ?,
                    access_told = ? WHERE id = ?""",
                seen.stream()
                        .map(person -> new @Nullable Object[] {
                            person.username(),
                            person.fullname(),
                            // Moodle puts a checksum in the place of the email of a deleted account.
                            person.isDeleted() ? null : person.email(),
                            person.idnumber(),
                            state(person).name(),
                            StoredTime.of(person.lastAccess()),
                            person.tellsLastAccess(),
                            idByAccount.get(person.id())
                        })
                        .toList());
    }

    private static AccountState state(SeenPerson person) {
        if (person.isDeleted()) {
            return AccountState.DELETED;
        }
        return Boolean.TRUE.equals(person.suspended()) ? AccountState.SUSPENDED : AccountState.ACTIVE;
    }

    /** Notes that the site tells nothing of people who were looked up. */
    public void notFound(Collection<Person> people, AccountState state) {
        jdbc.batchUpdate(
                "UPDATE progress_person SET account = ? WHERE id = ?",
                people.stream()
                        .map(person -> new Object[] {state.name(), person.id()})
                        .toList());
    }

    /** Notes that it was read in which courses people are. */
    public void coursesRead(Collection<Person> people) {
        asked(people, "COURSES");
    }

    /** Notes that all was read that there is to be read of people. */
    public void finished(Collection<Person> people) {
        asked(people, "DONE");
    }

    private void asked(Collection<Person> people, String asked) {
        jdbc.batchUpdate(
                "UPDATE progress_person SET asked = ? WHERE id = ?",
                people.stream().map(person -> new Object[] {asked, person.id()}).toList());
    }

    /** The keys of the people of a run; empty where there are none. */
    public IdRange ids(long runId) {
        IdRange all = Reports.people(runId);
        return jdbc.queryForObject(
                "SELECT COALESCE(MIN(id), 1), COALESCE(MAX(id), 0) FROM progress_person WHERE id BETWEEN ? AND ?",
                (row, number) -> new IdRange(row.getLong(1), row.getLong(2)),
                all.first(),
                all.last());
    }

    /** The ledger's keys of the people of a run who are there, by the site's. */
    public Map<Long, Long> byAccount(long runId) {
        Map<Long, Long> byAccount = new HashMap<>();
        IdRange all = Reports.people(runId);
        jdbc.query(
                "SELECT id, account_id FROM progress_person WHERE id BETWEEN ? AND ? AND account <> 'DELETED'",
                row -> {
                    byAccount.put(row.getLong(2), row.getLong(1));
                },
                all.first(),
                all.last());
        return byAccount;
    }

    /** The keys of the people of a run, by their names. */
    List<Long> inOrder(long runId) {
        IdRange all = Reports.people(runId);
        return jdbc.queryForList(
                "SELECT id FROM progress_person WHERE id BETWEEN ? AND ? ORDER BY LOWER(COALESCE(fullname, '')), id",
                Long.class,
                all.first(),
                all.last());
    }

    /** The people with these keys, by them. */
    Map<Long, Person> find(List<Long> ids) {
        Map<Long, Person> people = new HashMap<>();
        RowMapper<Person> mapper = rowMapper();
        jdbc.query(
                "SELECT * FROM progress_person WHERE id = ANY(?)",
                row -> {
                    Person person = mapper.mapRow(row, 0);
                    people.put(row.getLong("id"), Objects.requireNonNull(person));
                },
                (Object) ids.toArray(Long[]::new));
        return people;
    }
}
