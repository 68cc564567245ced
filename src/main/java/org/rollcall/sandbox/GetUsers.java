package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.list;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rollcall.sandbox.Description.Structure;

/** {@code core_user_get_users}: accounts that meet all criteria; one that Moodle does not know is ignored. */
final class GetUsers implements MoodleFunction {
    /** The keys that Moodle knows, and how it cleans their values. */
    private static final Map<String, ParamType> KEYS = Map.of(
            "id", ParamType.INT,
            "idnumber", ParamType.RAW,
            "username", ParamType.USERNAME,
            "email", ParamType.RAW_TRIMMED,
            "auth", ParamType.RAW,
            "lastname", ParamType.NOTAGS,
            "firstname", ParamType.NOTAGS);

    private final Tables tables;
    private final UserDetails details;

    GetUsers(Tables tables, UserDetails details) {
        this.tables = tables;
        this.details = details;
    }

    @Override
    public String name() {
        return "core_user_get_users";
    }

    @Override
    public Structure parameters() {
        Structure criterion = structure().with("key", required(ParamType.ALPHA)).with("value", required(ParamType.RAW));
        return structure().with("criteria", list(criterion));
    }

    @Override
    public Description returns() {
        return structure().with("users", list(GetUsersByField.user())).with("warnings", Description.warnings());
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public Map<String, Object> call(Arguments arguments, Call call) {
        Map<String, String> criteria = new LinkedHashMap<>();
        List<Map<String, Object>> warnings = new ArrayList<>();
        for (Arguments criterion : arguments.items("criteria")) {
            String key = criterion.text("key");
            if (criteria.putIfAbsent(key, criterion.text("value")) != null) {
                throw MoodleFault.of(
                        "keyalreadyset", "error/keyalreadyset", "The key " + key + " can only be sent once");
            }
            if (!KEYS.containsKey(key)) {
                warnings.add(Map.of(
                        "item",
                        key,
                        "warningcode",
                        "invalidfieldparameter",
                        "message",
                        "The search key '" + key + "' is not supported, look at the web service documentation"));
            }
        }
        criteria.keySet().retainAll(KEYS.keySet());
        criteria.replaceAll(
                (key, value) -> KEYS.getOrDefault(key, ParamType.RAW).clean(value));
        return Map.of("users", visible(tables.users().search(criteria), criteria.keySet(), call), "warnings", warnings);
    }

    private List<Map<String, Object>> visible(List<Account> found, Set<String> keys, Call call) {
        List<Map<String, Object>> visible = new ArrayList<>();
        for (Account account : found) {
            Map<String, Object> seen = details.outsideCourses(account, call);
            if (seen != null && keys.stream().allMatch(key -> UserDetails.shows(seen, key))) {
                visible.add(seen);
            }
        }
        return visible;
    }
}
