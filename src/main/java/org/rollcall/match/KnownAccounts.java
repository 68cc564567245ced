package org.rollcall.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.UserField;
import org.rollcall.roster.header.RosterField;

/**
 * Accounts that were looked up on the site, found again as Moodle compares: usernames, id numbers and email addresses
 * without regard to case. Moodle's look-up by email passes over accents too, but takes such addresses for different ones
 * when it creates, and so they are here.
 *
 * <p>For a row to be matched, everybody has to be among them whom the site finds by the row's username, old username and
 * email, and by its id number where that is matched by.
 */
public final class KnownAccounts {

    private final Map<String, Account> byUsername = new HashMap<>();
    private final Map<String, List<Account>> byEmail = new HashMap<>();
    private final Map<String, List<Account>> byIdnumber = new HashMap<>();

    /** Puts together what the look-ups found; the same account may be there several times. */
    public KnownAccounts(Collection<Account> found) {
        Map<Long, Account> each = new LinkedHashMap<>();
        found.forEach(account -> each.putIfAbsent(account.id(), account));
        for (Account account : each.values()) {
            byUsername.put(key(account.username()), account);
            put(byEmail, account.email(), account);
            put(byIdnumber, account.field(UserField.IDNUMBER), account);
        }
    }

    /** The account of this username, or null. */
    public @Nullable Account byUsername(String username) {
        return byUsername.get(key(username));
    }

    /** The accounts that have this value in a column that tells people apart: username, idnumber or email. */
    List<Account> by(RosterField column, String value) {
        return switch (column) {
            case USERNAME, OLDUSERNAME -> {
                Account account = byUsername(value);
                yield account == null ? List.of() : List.of(account);
            }
            case EMAIL -> byEmail.getOrDefault(key(value), List.of());
            case IDNUMBER -> byIdnumber.getOrDefault(key(value), List.of());
            default -> throw new IllegalArgumentException(column + " tells nobody apart.");
        };
    }

    private static void put(Map<String, List<Account>> accounts, @Nullable String value, Account account) {
        if (value != null && !value.isEmpty()) {
            accounts.computeIfAbsent(key(value), key -> new ArrayList<>()).add(account);
        }
    }

    private static String key(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
