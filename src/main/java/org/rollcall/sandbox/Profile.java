package org.rollcall.sandbox;

import java.util.List;
import java.util.Set;
import org.rollcall.sandbox.Seed.ProfileField;

/** What an account has beside its row: interests, custom profile fields, preferences. */
final class Profile {
    private static final String MUST_CHANGE_PASSWORD = "auth_forcepasswordchange";

    /** Other preferences that can be set through the account's page; Moodle drops the rest without a word. */
    private static final Set<String> PERSONAL_PREFERENCES =
            Set.of("htmleditor", "calendar_timeformat", "calendar_startwday");

    private final Users users;
    private final List<ProfileField> fields;

    Profile(Users users, List<ProfileField> fields) {
        this.users = users;
        this.fields = fields;
    }

    /** Stores what a new account was given. */
    void create(Arguments user, long id, Call call) {
        String auth = user.text("auth");
        boolean generated = user.flag("createpassword");
        if (!generated) {
            rememberPasswordUpdate(id, auth, call.now());
        } else if (Installed.keepsPassword(auth)) {
            users.setPreference(id, MUST_CHANGE_PASSWORD, "1");
        }
        store(user, id, true, call);
    }

    /** Stores what an account was given anew; auth is the one that it has from now on. */
    void update(Arguments user, long id, String auth, Call call) {
        if (user.has("password") && Installed.changesPassword(auth)) {
            users.setPassword(id, "kept");
            rememberPasswordUpdate(id, auth, call.now());
        }
        boolean self = id == call.caller().account().id();
        store(user, id, !self && call.can("moodle/user:update"), call);
    }

    /** Notes when a password was set, as Moodle does for accounts with manual authentication. */
    void rememberPasswordUpdate(long id, String auth, long now) {
        if (auth.equals("manual")) {
            users.setPreference(id, "auth_manual_passwordupdatetime", Long.toString(now));
        }
    }

    private void store(Arguments user, long id, boolean mayForcePassword, Call call) {
        String interests = user.optionalText("interests");
        if (interests != null && !PhpText.isEmpty(interests)) {
            users.setInterests(id, interests);
        }
        user.items("customfields").forEach(custom -> storeField(id, custom.text("type"), custom.text("value")));
        boolean self = id == call.caller().account().id();
        for (Arguments preference : user.items("preferences")) {
            String name = preference.text("type");
            String value = preference.text("value");
            if (name.equals(MUST_CHANGE_PASSWORD) && mayForcePassword) {
                users.setPreference(id, name, value.equals("1") ? "1" : "0");
            } else if (PERSONAL_PREFERENCES.contains(name) && (self || call.can("moodle/user:editprofile"))) {
                users.setPreference(id, name, value);
            }
        }
    }

    /** An unknown field is dropped without a word; a menu keeps nothing that is not one of its options. */
    private void storeField(long userId, String shortname, String value) {
        for (ProfileField field : fields) {
            if (field.shortname().equals(shortname)) {
                List<String> options = field.options();
                users.setProfileField(userId, shortname, options == null || options.contains(value) ? value : "");
            }
        }
    }
}
