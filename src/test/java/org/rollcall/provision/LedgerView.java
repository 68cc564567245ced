package org.rollcall.provision;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the ledger of an installation holds while nothing runs in it. */
final class LedgerView {

    private final String url;

    LedgerView(Path home) {
        this.url = "jdbc:h2:file:" + home.resolve("var/state/rollcall");
    }

    /** The effects on accounts that were there, of all runs: kind, before and after. */
    List<String> changesOfAccounts() throws SQLException {
        return query("SELECT kind || ' ' || COALESCE(before_json, '-') || ' ' || COALESCE(after_json, '-') FROM effect"
                + " WHERE kind LIKE 'USER%' AND kind <> 'USER_CREATED' ORDER BY account_id, kind");
    }

    /** The effects on people who left: kind, how many, and on how many accounts. */
    List<String> leaving() throws SQLException {
        return query("SELECT kind || ' ' || COUNT(*) || ' ' || COUNT(DISTINCT account_id) FROM effect"
                + " WHERE row_no IS NULL GROUP BY kind ORDER BY kind");
    }

    /** All that is said of changes that are planned or made, as text. */
    String plannedChanges() throws SQLException {
        return String.join("\n", query("SELECT actions || ' ' || changes || ' ' || state FROM account_change"));
    }

    /** How many effects of each kind a run has. */
    List<String> effectsOfRun(String run) throws SQLException {
        return query("SELECT e.kind || ' ' || COUNT(*) FROM effect e JOIN run r ON r.id = e.run_id WHERE r.name = '"
                + run + "' GROUP BY e.kind ORDER BY e.kind");
    }

    /** The whole database as text, Spring Batch's tables among it. */
    String script() throws SQLException {
        return String.join("\n", query("SCRIPT"));
    }

    /** Makes all runs so many days older than they are. */
    void age(int days) throws SQLException {
        update("UPDATE run SET started_at = DATEADD(DAY, -%1$d, started_at), ended_at = DATEADD(DAY, -%1$d, ended_at)"
                .formatted(days));
    }

    /** Changes what nothing in the program would. */
    void update(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "rollcall", "");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private List<String> query(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, "rollcall", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
