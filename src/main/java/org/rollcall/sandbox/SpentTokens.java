package org.rollcall.sandbox;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The expired tokens that were used once: Moodle deletes them then. */
final class SpentTokens {
    private final JdbcClient jdbc;

    SpentTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isSpent(String token) {
        return jdbc.sql("SELECT COUNT(*) FROM spent_token WHERE token = ?")
                        .param(token)
                        .query(Long.class)
                        .single()
                > 0;
    }

    int spend(String token) {
        return jdbc.sql("INSERT INTO spent_token (token) VALUES (?)")
                .param(token)
                .update();
    }
}
