package org.rollcall.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.DigestUtils;

/** Accounts, their custom profile fields and their preferences. */
final class Users {
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("username", 100),
            Map.entry("auth", 20),
            Map.entry("firstname", 100),
            Map.entry("lastname", 100),
            Map.entry("email", 100),
            Map.entry("idnumber", 255),
            Map.entry("phone1", 20),
            Map.entry("phone2", 20),
            Map.entry("institution", 255),
            Map.entry("department", 255),
            Map.entry("address", 255),
            Map.entry("city", 120),
            Map.entry("country", 2),
            Map.entry("lang", 30),
            Map.entry("theme", 50),
            Map.entry("timezone", 100),
            Map.entry("firstnamephonetic", 255),
            Map.entry("lastnamephonetic", 255),
            Map.entry("middlename", 255),
            Map.entry("alternatename", 255));

    private final JdbcClient jdbc;
    private final Insert insert = new Insert("user", LENGTHS);
    private final Update update = new Update("user", LENGTHS);

    Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    Account byId(long id) {
        return jdbc.sql("SELECT * FROM mdl_user WHERE id = ?")
                .param(id)
                .query(Account::read)
                .optional()
                .orElse(null);
    }

    /** @throws MoodleFault if there never was such an account; a deleted one is found */
    Account required(long id) {
        Account account = byId(id);
        if (account == null) {
            throw MoodleFault.invalidUser(id);
        }
        return account;
    }

    @Nullable
    Account byUsername(String username) {
        return jdbc.sql("SELECT * FROM mdl_user WHERE username = ?")
                .param(username)
                .query(Account::read)
                .optional()
                .orElse(null);
    }

    /** The id of the account that the database takes for this username, whatever its case; null if there is none. */
    @Nullable
    Long idLike(String username) {
        return firstId("SELECT id FROM mdl_user WHERE username_key = ? AND deleted = 0", Collation.key(username));
    }

    @Nullable
    Long idIfThere(long id) {
        return firstId("SELECT id FROM mdl_user WHERE id = ? AND deleted = 0", id);
    }

    boolean hasUsername(String username) {
        return isTaken("username", username, 0);
    }

    /** Whether an account other than this one has the email; 0 stands for no account. */
    boolean hasEmail(String email, long exceptId) {
        return isTaken("email", email, exceptId);
    }

    private boolean isTaken(String field, String value, long exceptId) {
        return jdbc.sql("SELECT COUNT(*) FROM mdl_user WHERE " + field + "_key = ? AND id <> ?")
                        .params(Collation.key(value), exceptId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private @Nullable Long firstId(String sql, Object parameter) {
        return jdbc.sql(sql + " ORDER BY id LIMIT 1")
                .param(parameter)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** Accounts, deleted ones too, whose id, username, email or idnumber is one of the values; ordered by id. */
    List<Account> byField(String field, List<String> values) {
        boolean byId = field.equals("id");
        Object wanted = byId
                ? values.stream().map(PhpNumber::integer).toArray(Long[]::new)
                : values.stream().map(Collation::key).toArray(String[]::new);
        return jdbc.sql("SELECT * FROM mdl_user WHERE " + (byId ? "id" : field + "_key") + " = ANY(?) ORDER BY id")
                .param(wanted)
                .query(Account::read)
                .list();
    }

    /**
     * Accounts that are not deleted and meet all criteria, ordered by id. Email, first and last name are patterns with
     * the wildcards of SQL, without regard to case; the others have to be equal.
     */
    List<Account> search(Map<String, String> criteria) {
        UserQuery query = UserQuery.of(criteria);
        return jdbc.sql("SELECT * FROM mdl_user WHERE deleted = 0" + query.conditions() + " ORDER BY id")
                .params(query.parameters())
                .query(Account::read)
                .list();
    }

    /**
     * Stores an account; the columns in the order in which Moodle would name them.
     *
     * @param password what is kept of the password: {@code kept}, {@code not cached} or nothing; never the password
     *
     * @return the new id
     * @throws MoodleFault if a value is too long for its column
     */
    long insert(Map<String, Object> columns, String password) {
        insert.refuseTooLong(columns);
        Map<String, Object> stored = new LinkedHashMap<>(columns);
        stored.remove("mnethostid");
        stored.put("password", password);
        stored.putAll(keys(columns));
        return Insert.into("mdl_user", stored, jdbc);
    }

    /** The whole row of an account, by the names of its columns in whatever case. */
    Map<String, Object> row(long id) {
        return jdbc.sql("SELECT * FROM mdl_user WHERE id = ?").param(id).query().singleRow();
    }

    /**
     * Changes an account; the columns in the order in which Moodle would name them.
     *
     * @throws MoodleFault if a value is too long for its column, or another account has the username
     */
    void update(long id, Map<String, Object> columns) {
        update.refuseTooLong(columns, id);
        if (columns.get("username") instanceof String username && isTaken("username", username, id)) {
            throw update.refusal("Duplicate entry '1-" + username + "' for key 'mdl_user_mneuse_uix'", columns, id);
        }
        Map<String, Object> all = row(id);
        all.putAll(columns);
        Map<String, Object> stored = new LinkedHashMap<>(columns);
        stored.putAll(keys(all));
        update.row(stored, id, jdbc);
    }

    /** Marks an account as deleted, under another name, and removes what belongs to it. */
    void delete(Account account, String newUsername, long now) {
        for (String table : tablesOfBelongings()) {
            jdbc.sql("DELETE FROM " + table + " WHERE userid = ?")
                    .param(account.id())
                    .update();
        }
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("deleted", 1);
        columns.put("username", newUsername);
        columns.put("email", DigestUtils.md5DigestAsHex(account.username().getBytes(StandardCharsets.UTF_8)));
        columns.put("idnumber", "");
        columns.put("timemodified", now);
        update(account.id(), columns);
    }

    /** Every table that names an account, so that none is forgotten here when one is added. */
    private List<String> tablesOfBelongings() {
        return jdbc.sql("SELECT table_name FROM INFORMATION_SCHEMA.COLUMNS WHERE column_name = 'USERID'"
                        + " AND table_schema = 'PUBLIC' AND table_name LIKE 'MDL%'")
                .query(String.class)
                .list();
    }

    void setPassword(long id, String password) {
        jdbc.sql("UPDATE mdl_user SET password = ? WHERE id = ?")
                .params(password, id)
                .update();
    }

    void setInterests(long id, String interests) {
        jdbc.sql("UPDATE mdl_user SET interests = ? WHERE id = ?")
                .params(interests, id)
                .update();
    }

    private static Map<String, Object> keys(Map<String, Object> columns) {
        return Map.of(
                "username_key", key(columns, "username"),
                "email_key", key(columns, "email"),
                "idnumber_key", key(columns, "idnumber"),
                "name_key", key(columns, "lastname") + " " + key(columns, "firstname"));
    }

    private static String key(Map<String, Object> columns, String name) {
        return Collation.key(String.valueOf(columns.getOrDefault(name, "")));
    }

    void setProfileField(long userId, String shortname, String data) {
        jdbc.sql("MERGE INTO mdl_user_info_data (userid, shortname, data) KEY (userid, shortname) VALUES (?, ?, ?)")
                .params(userId, shortname, data)
                .update();
    }

    Map<String, String> profile(long userId) {
        return pairs("SELECT shortname, data FROM mdl_user_info_data WHERE userid = ?", userId);
    }

    void setPreference(long userId, String name, String value) {
        jdbc.sql("MERGE INTO mdl_user_preferences (userid, name, preference) KEY (userid, name) VALUES (?, ?, ?)")
                .params(userId, name, value)
                .update();
    }

    Map<String, String> preferences(long userId) {
        return pairs("SELECT name, preference FROM mdl_user_preferences WHERE userid = ? ORDER BY id", userId);
    }

    private Map<String, String> pairs(String query, long userId) {
        Map<String, String> pairs = new LinkedHashMap<>();
        jdbc.sql(query).param(userId).query(row -> {
            pairs.put(row.getString(1), row.getString(2));
        });
        return pairs;
    }
}
