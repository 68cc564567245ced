package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.defaulting;
import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.optionalList;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;
import static org.rollcall.sandbox.Description.withAll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rollcall.sandbox.Description.Structure;
import org.rollcall.sandbox.Seed.ProfileField;

/** {@code core_user_create_users}: all of the batch, or, whatever the fault, none of it. */
final class CreateUsers implements MoodleFunction {
    private final Tables tables;
    private final NewProfile profile;

    CreateUsers(Tables tables, List<ProfileField> profileFields) {
        this.tables = tables;
        this.profile = new NewProfile(tables.users(), profileFields);
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
                .with("email", required(ParamType.RAW_TRIMMED))
                .with("maildisplay", optional(ParamType.INT))
                .with("city", optional(ParamType.TEXT))
                .with("country", optional(ParamType.ALPHA))
                .with("timezone", optional(ParamType.TIMEZONE))
                .with("description", optional(ParamType.RAW));
        user = withAll(
                user,
                optional(ParamType.NOTAGS),
                List.of("firstnamephonetic", "lastnamephonetic", "middlename", "alternatename"));
        user = user.with("interests", optional(ParamType.TEXT))
                .with("idnumber", defaulting(ParamType.RAW, ""))
                .with("institution", optional(ParamType.TEXT))
                .with("department", optional(ParamType.TEXT))
                .with("phone1", optional(ParamType.NOTAGS))
                .with("phone2", optional(ParamType.NOTAGS))
                .with("address", optional(ParamType.TEXT))
                .with("lang", defaulting(ParamType.LANG, "en"))
                .with("calendartype", defaulting(ParamType.PLUGIN, "gregorian"))
                .with("theme", optional(ParamType.THEME))
                .with("mailformat", optional(ParamType.INT))
                .with("customfields", optionalList(pair(ParamType.ALPHANUMEXT)))
                .with("preferences", optionalList(pair(ParamType.RAW)));
        return structure().with("users", list(user));
    }

    private static Structure pair(ParamType type) {
        return structure().with("type", required(type)).with("value", required(ParamType.RAW));
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
            profile.store(user, id, call.now());
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
        if (!call.settings().sameEmailAllowed() && tables.users().hasEmail(email)) {
            throw MoodleFault.invalidParameter("Email address already exists: " + email);
        }
        if (password != null && Installed.keepsPassword(auth) && !user.flag("createpassword")) {
            PasswordPolicy.check(password, call.settings().passwordPolicy());
        }
    }
}
