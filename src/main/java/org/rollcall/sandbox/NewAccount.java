package org.rollcall.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The columns of a new account in the order in which Moodle writes them, with its defaults and its cleaning. */
final class NewAccount {
    /** Moodle's mark for accounts whose password lies elsewhere. */
    private static final String NOT_CACHED = "not cached";

    /** Request keys that are no columns of the account. */
    private static final Set<String> ELSEWHERE = Set.of("createpassword", "interests", "customfields", "preferences");

    /** Methods for which an account has to have a password here, but which keep none. */
    private static final Set<String> FORGETFUL_AUTHS = Set.of("lti", "nologin");

    private NewAccount() {}

    static Map<String, Object> columns(Arguments user, Call call) {
        boolean external = !Installed.keepsPassword(user.text("auth"));
        Map<String, Object> columns = new LinkedHashMap<>();
        user.values().forEach((key, value) -> {
            if (!ELSEWHERE.contains(key) && !(key.equals("password") && !external && !user.flag("createpassword"))) {
                columns.put(key, key.equals("password") ? (external ? NOT_CACHED : "") : value);
            }
        });
        CleanedColumns.clean(columns);
        columns.put("confirmed", 1);
        columns.put("mnethostid", "1");
        if (external) {
            columns.putIfAbsent("password", NOT_CACHED);
        }
        columns.putIfAbsent("maildisplay", "2");
        columns.putIfAbsent("mailformat", "1");
        columns.putIfAbsent("maildigest", "0");
        columns.putIfAbsent("autosubscribe", "1");
        columns.putIfAbsent("trackforums", "0");
        columns.putIfAbsent("city", "");
        columns.putIfAbsent("country", "");
        columns.put("timecreated", call.now());
        columns.put("timemodified", call.now());
        return columns;
    }

    /** What is kept of the password. */
    static String password(Arguments user) {
        String auth = user.text("auth");
        return !Installed.keepsPassword(auth) ? NOT_CACHED : FORGETFUL_AUTHS.contains(auth) ? "" : "kept";
    }
}
