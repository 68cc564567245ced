package org.rollcall.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rollcall.sandbox.Seed.TokenSeed;
import org.rollcall.sandbox.Seed.UserSeed;
import org.rollcall.sandbox.SiteSettings.Maintenance;

/** Judges a token as Moodle's {@code webservice_server::authenticate_user} does. */
final class Gatekeeper {
    static final String LOOPBACK = "127.0.0.1";

    private final Seed seed;
    private final List<String> service;
    private final Map<String, TokenSeed> tokens;
    private final SandboxDatabase database;
    private final Tables tables;

    /** The service is the names of the functions that tokens open. */
    Gatekeeper(
            Seed seed, List<String> service, Map<String, TokenSeed> tokens, SandboxDatabase database, Tables tables) {
        this.seed = seed;
        this.service = service;
        this.tokens = tokens;
        this.database = database;
        this.tables = tables;
    }

    /** @throws MoodleFault if the token opens nothing */
    Caller admit(String token, SiteSettings settings) {
        TokenSeed known = tokens.get(token);
        if (known == null || database.read(() -> tables.tokens().isSpent(token))) {
            throw MoodleFault.of("invalidtoken", "Invalid token - token not found");
        }
        if (known.expired()) {
            // Moodle deletes an expired token on its first use.
            database.write(() -> tables.tokens().spend(token));
            throw MoodleFault.access("Invalid token - token expired - check validuntil time for the token");
        }
        if (known.ip() != null && !known.ip().equals(LOOPBACK)) {
            throw MoodleFault.access(
                    "Invalid service - IP:" + LOOPBACK + " is not supported - check this allowed user");
        }
        return enter(known, settings);
    }

    private Caller enter(TokenSeed token, SiteSettings settings) {
        UserSeed user = seed.user(token.user());
        Account account = database.read(() -> tables.users().byUsername(user.username()));
        if (account == null || account.deleted()) {
            throw MoodleFault.of(
                    "wsaccessuserdeleted", "Refused web service access for deleted username: " + user.username());
        }
        boolean mayMaintain = user.capabilities().contains("moodle/site:maintenanceaccess");
        if (settings.maintenance() == Maintenance.PAGE && !mayMaintain) {
            throw MoodleFault.of("sitemaintenance", Dispatcher.IN_MAINTENANCE);
        }
        refuseUnfit(account);
        if (!user.capabilities().contains("webservice/rest:use")) {
            throw MoodleFault.access(
                    "You are not allowed to use the rest protocol (missing capability: webservice/rest:use)");
        }
        List<String> functions = token.authorised() ? service : List.of();
        return new Caller(
                account,
                Set.copyOf(user.capabilities()),
                seed.assignable(user),
                functions,
                Seed.orNone(token.cohorts()));
    }

    private static void refuseUnfit(Account account) {
        if (!account.confirmed()) {
            throw MoodleFault.of(
                    "wsaccessuserunconfirmed",
                    "Refused web service access for unconfirmed username: " + account.username());
        }
        if (account.suspended()) {
            throw MoodleFault.of(
                    "wsaccessusersuspended",
                    "Refused web service access for suspended username: " + account.username());
        }
        if (account.auth().equals("nologin")) {
            throw MoodleFault.of(
                    "wsaccessusernologin",
                    "Refused web service access for nologin authentication username: " + account.username());
        }
    }
}
