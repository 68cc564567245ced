package org.rollcall.provision.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rollcall.ledger.AccountChange;
import org.rollcall.ledger.ChangedField;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.CustomField;
import org.rollcall.moodle.UserField;
import org.rollcall.moodle.UserUpdate;

/** Turns what the ledger says of a change into the parameters of an update, and tells whether an account shows it. */
public final class UserUpdateMapping {

    private static final String PROFILE_FIELD = "profile_field_";

    private UserUpdateMapping() {}

    /** A change as the site takes it. */
    public static UserUpdate userUpdate(AccountChange change) {
        UserUpdate update = UserUpdate.of(Objects.requireNonNull(change.accountId()));
        Map<String, String> customFields = new LinkedHashMap<>();
        for (ChangedField field : change.fields()) {
            String value = field.after();
            switch (field.column()) {
                case "username" -> update = update.withUsername(value);
                case "firstname" -> update = update.withNames(value, update.lastname());
                case "lastname" -> update = update.withNames(update.firstname(), value);
                case "email" -> update = update.withEmail(value);
                case "suspended" -> update = update.withSuspended(value.equals("1"));
                case AccountChange.PASSWORD -> {
                    String password = change.password();
                    update = password == null ? update : update.withPassword(password);
                }
                default -> {
                    if (field.column().startsWith(PROFILE_FIELD)) {
                        customFields.put(field.column().substring(PROFILE_FIELD.length()), value);
                    } else {
                        update = update.with(named(field.column()), value);
                    }
                }
            }
        }
        return update.withCustomFields(customFields);
    }

    private static UserField named(String column) {
        return UserField.named(column)
                .orElseThrow(() -> new IllegalStateException("An account has no field " + column + "."));
    }

    /** Whether an account is seen to be as the change wants it; what the site does not tell is not seen. */
    public static boolean isSeenIn(Account account, AccountChange change) {
        return !change.fields().isEmpty()
                && change.fields().stream()
                        .allMatch(field -> field.after().strip().equals(shown(account, field.column())));
    }

    /** The first field that no longer shows what it showed when the change was planned, or null where all do. */
    static @Nullable ChangedField changedSince(Account account, AccountChange change) {
        return change.fields().stream()
                .filter(field -> {
                    String before = field.before();
                    String now = shown(account, field.column());
                    return before != null && now != null && !now.equals(before.strip());
                })
                .findFirst()
                .orElse(null);
    }

    /** What an account shows in a column of the roster; null where the site does not tell. */
    public static @Nullable String shown(Account account, String column) {
        String value = switch (column) {
            case "username" -> account.username();
            case "firstname" -> account.firstname();
            case "lastname" -> account.lastname();
            case "email" -> account.email();
            case "suspended" -> account.suspended() == null ? null : account.suspended() ? "1" : "0";
            case AccountChange.PASSWORD -> null;
            default -> {
                if (column.startsWith(PROFILE_FIELD)) {
                    CustomField stored = account.customFields().get(column.substring(PROFILE_FIELD.length()));
                    yield stored == null ? "" : stored.isTime() ? null : stored.value();
                }
                UserField field = named(column);
                yield Account.tells(field) ? account.field(field) : null;
            }
        };
        return value == null ? null : value.strip();
    }
}
