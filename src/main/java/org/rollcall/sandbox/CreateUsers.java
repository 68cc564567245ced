package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.defaulting;
import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollcall.sandbox.Description.Structure;
import org.rollcall.sandbox.Seed.ProfileField;

/** {@code core_user_create_users}: all of the batch, or, whatever the fault, none of it. */
final class CreateUsers implements MoodleFunction {
    private final Tables tables;
    private final Profile profile;

    CreateUsers(Tables tables, List<ProfileField> profileFields) {
        this.tables = tables;
        this.profile = new Profile(tables.users(), profileFields);
    }

    @Override
    public String name() {
        return "core_user_create_users";
    }

    @Override
    public Structure parameters() {
        Structure user = structure()
                .with("createpassword", optional(ParamType.BOOL))
                .with("username", required(ParamType.USERNAME))
                .with("auth", defaulting(ParamType.AUTH, "manual"))
                .with("password", optional(ParamType.RAW))
                .with("firstname", required(ParamType.NOTAGS))
                .with("lastname", required(ParamType.NOTAGS))
                .with("email", required(ParamType.RAW_TRIMMED));
        user = UserFields.withDetails(
                UserFields.withPlace(user),
                defaulting(ParamType.RAW, ""),
                defaulting(ParamType.LANG, "en"),
                defaulting(ParamType.PLUGIN, "gregorian"));
        return structure().with("users", list(user));
    }

    @Override
    public Description returns() {
        return list(structure().with("id", required(ParamType.INT)).with("username", required(ParamType.RAW)));
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public List<Map<String, Object>> call(Arguments arguments, Call call) {
        call.enterSite();
        call.require("moodle/user:create");
        List<Map<String, Object>> created = new ArrayList<>();
        for (Arguments user : arguments.items("users")) {
            refuseUnfit(user, call);
            long id = tables.users().insert(NewAccount.columns(user, call), NewAccount.password(user));
            profile.create(user, id, call);
            created.add(Map.of("id", id, "username", user.text("username")));
        }
        return created;
    }

    /** Moodle's checks, in its order: the first that fails decides the answer. */
    private void refuseUnfit(Arguments user, Call call) {
        for (String field : List.of("username", "firstname", "lastname")) {
            if (PhpText.trim(user.text(field)).isEmpty()) {
                throw MoodleFault.invalidParameter("The field " + field + " cannot be blank");
            }
        }
        String username = user.text("username");
        if (tables.users().hasUsername(username)) {
            throw MoodleFault.invalidParameter("Username already exists: " + username);
        }
        String auth = user.text("auth");
        if (auth.isEmpty() || auth.equals("mnet") || auth.equals("webservice")) {
            throw MoodleFault.invalidParameter("Invalid authentication type: " + auth);
        }
        if (user.text("lang").isEmpty()) {
            throw MoodleFault.invalidParameter("Invalid language code: ");
        }
        String password = user.optionalText("password");
        boolean hasPassword = password != null && !PhpText.isEmpty(password);
        if (Installed.keepsPassword(auth) && !hasPassword && !user.flag("createpassword")) {
            throw MoodleFault.invalidParameter("Invalid password: you must provide a password, or set createpassword.");
        }
        String email = user.text("email");
        if (!EmailSyntax.isValid(email)) {
            throw MoodleFault.invalidParameter("Email address is invalid: " + email);
        }
        if (!call.settings().sameEmailAllowed() && tables.users().hasEmail(email, 0)) {
            throw MoodleFault.invalidParameter("Email address already exists: " + email);
        }
        if (password != null && Installed.keepsPassword(auth) && !user.flag("createpassword")) {
            PasswordPolicy.check(password, call.settings().passwordPolicy());
        }
    }
}
