package org.rollcall.sandbox;

import java.util.List;
import java.util.Set;
import org.rollcall.sandbox.Seed.ProfileField;

/** What a new account has beside its row: custom profile fields and preferences. */
final class NewProfile {
    /** Preferences that may be set on creation; Moodle drops the others without a word. */
    private static final Set<String> KNOWN_PREFERENCES =
            Set.of("auth_forcepasswordchange", "htmleditor", "calendar_timeformat", "calendar_startwday");

    private final Users users;
    private final List<ProfileField> fields;

    NewProfile(Users users, List<ProfileField> fields) {
        this.users = users;
        this.fields = fields;
    }

    void store(Arguments user, long id, long now) {
        boolean generated = user.flag("createpassword");
        if (user.text("auth").equals("manual") && !generated) {
            users.setPreference(id, "auth_manual_passwordupdatetime", Long.toString(now));
        }
        if (generated && Installed.keepsPassword(user.text("auth"))) {
            users.setPreference(id, "auth_forcepasswordchange", "1");
        }
        user.items("customfields").forEach(custom -> storeField(id, custom.text("type"), custom.text("value")));
        for (Arguments preference : user.items("preferences")) {
            if (KNOWN_PREFERENCES.contains(preference.text("type"))) {
                users.setPreference(id, preference.text("type"), preference.text("value"));
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
