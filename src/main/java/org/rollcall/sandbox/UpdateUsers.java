package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rollcall.sandbox.Description.Structure;
import org.rollcall.sandbox.Seed.ProfileField;

/** {@code core_user_update_users}: what is refused becomes a warning, the others are kept. */
final class UpdateUsers implements MoodleFunction {
    private final Tables tables;
    private final Profile profile;

    UpdateUsers(Tables tables, List<ProfileField> profileFields) {
        this.tables = tables;
        this.profile = new Profile(tables.users(), profileFields);
    }

    @Override
    public String name() {
        return "core_user_update_users";
    }

    @Override
    public Structure parameters() {
        Structure user = structure()
                .with("id", required(ParamType.INT))
                .with("username", optional(ParamType.USERNAME))
                .with("auth", optional(ParamType.AUTH))
                .with("suspended", optional(ParamType.BOOL))
                .with("password", optional(ParamType.RAW))
                .with("firstname", optional(ParamType.NOTAGS))
                .with("lastname", optional(ParamType.NOTAGS))
                .with("email", optional(ParamType.RAW_TRIMMED));
        user = UserFields.withPlace(user).with("userpicture", optional(ParamType.INT));
        user = UserFields.withDetails(
                user, optional(ParamType.RAW), optional(ParamType.LANG), optional(ParamType.PLUGIN));
        return structure().with("users", list(user));
    }

    @Override
    public Description returns() {
        return structure().with("warnings", Description.warnings());
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public Map<String, Object> call(Arguments arguments, Call call) {
        call.require("moodle/user:update");
        call.enterSite();
        List<Map<String, Object>> warnings = new ArrayList<>();
        for (Arguments user : arguments.items("users")) {
            MoodleFault refusal = update(user, call);
            if (refusal != null) {
                warnings.add(Map.of(
                        "item", "user",
                        "itemid", user.number("id"),
                        "warningcode", String.valueOf(refusal.code()),
                        "message", refusal.message(call.settings().debug())));
            }
        }
        return Map.of("warnings", warnings);
    }

    /** Everything that can be refused is refused before the first change, so that nothing has to be taken back. */
    private @Nullable MoodleFault update(Arguments user, Call call) {
        long id = user.number("id");
        try {
            Account account = tables.users().byId(id);
            if (account == null) {
                return MoodleFault.of("invaliduserid", "Invalid user ID", "Invalid user ID");
            }
            refuseUnfit(account, call);
            refuseEmail(user.optionalText("email"), account, call);
            String password = user.optionalText("password");
            if (password != null) {
                PasswordPolicy.check(password, call.settings().passwordPolicy());
            }
            tables.users()
                    .update(id, ChangedAccount.columns(user, tables.users().row(id), call.now()));
            String auth = user.optionalText("auth");
            profile.update(user, id, auth == null ? account.auth() : auth, call);
            return null;
        } catch (MoodleFault refusal) {
            return refusal;
        }
    }

    private static void refuseUnfit(Account account, Call call) {
        if (account.isAdmin() && !call.caller().account().isAdmin()) {
            throw MoodleFault.of("usernotupdatedadmin", "Cannot update admin accounts", "Cannot update admin accounts");
        }
        if (account.deleted()) {
            throw MoodleFault.of("usernotupdateddeleted", "error/usernotupdateddeleted", "User is a deleted user");
        }
        if (account.isGuest()) {
            throw MoodleFault.of("usernotupdatedguest", "error/usernotupdatedguest", "Cannot update guest account");
        }
    }

    private void refuseEmail(@Nullable String email, Account account, Call call) {
        if (email == null || email.equals(account.email())) {
            return;
        }
        if (!EmailSyntax.isValid(email)) {
            throw MoodleFault.of("useremailinvalid", "error/useremailinvalid", "Invalid email address");
        }
        if (!call.settings().sameEmailAllowed() && tables.users().hasEmail(email, account.id())) {
            throw MoodleFault.of("useremailduplicate", "Duplicate address", "Duplicate email address");
        }
    }
}
