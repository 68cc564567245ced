package org.rollcall.sandbox;

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

/** {@code core_user_get_users_by_field}: accounts by id, username, email or idnumber, deleted ones by id too. */
final class GetUsersByField implements MoodleFunction {
    private final Tables tables;
    private final UserDetails details;

    GetUsersByField(Tables tables, UserDetails details) {
        this.tables = tables;
        this.details = details;
    }

    @Override
    public String name() {
        return "core_user_get_users_by_field";
    }

    @Override
    public Structure parameters() {
        return structure().with("field", required(ParamType.ALPHA)).with("values", list(required(ParamType.RAW)));
    }

    @Override
    public Description returns() {
        return list(user());
    }

    /** Moodle's {@code user_description}. */
    static Structure user() {
        Structure fields = withAll(
                structure().with("id", required(ParamType.INT)),
                optional(ParamType.RAW),
                List.of(
                        "username",
                        "firstname",
                        "lastname",
                        "fullname",
                        "email",
                        "address",
                        "phone1",
                        "phone2",
                        "department",
                        "institution",
                        "idnumber",
                        "interests",
                        "firstaccess",
                        "lastaccess",
                        "auth",
                        "suspended",
                        "confirmed",
                        "lang",
                        "calendartype",
                        "theme",
                        "timezone",
                        "mailformat",
                        "trackforums",
                        "description",
                        "descriptionformat",
                        "city",
                        "country",
                        "profileimageurlsmall",
                        "profileimageurl"));
        Structure custom = withAll(
                structure(), required(ParamType.RAW), List.of("type", "value", "displayvalue", "name", "shortname"));
        Structure preference = structure().with("name", required(ParamType.RAW)).with("value", required(ParamType.RAW));
        return fields.with("customfields", optionalList(custom)).with("preferences", optionalList(preference));
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public List<Map<String, Object>> call(Arguments arguments, Call call) {
        String field = arguments.text("field");
        List<String> values = arguments.texts("values");
        values.forEach(value -> refuseUnclean(field, value));
        List<Account> found = tables.users().byField(field, values);
        call.enterSite();
        List<Map<String, Object>> answer = new ArrayList<>();
        for (Account account : found) {
            Map<String, Object> seen = details.outsideCourses(account, call);
            // Moodle hides an account when the field asked for is not among what the caller may see of it.
            if (seen != null && UserDetails.shows(seen, field)) {
                answer.add(seen);
            }
        }
        return answer;
    }

    private static void refuseUnclean(String field, String value) {
        ParamType type = switch (field) {
            case "id" -> ParamType.INT;
            case "idnumber" -> ParamType.RAW;
            case "username" -> ParamType.USERNAME;
            case "email" -> ParamType.RAW_TRIMMED;
            default ->
                throw MoodleFault.coding(
                        "invalid field parameter",
                        "The search field '" + field + "' is not supported, look at the web service documentation");
        };
        String clean = type.clean(value);
        if (!PhpNumber.looselyEqual(value, clean)) {
            throw MoodleFault.invalidParameter(
                    "The field '" + field + "' value is invalid: " + value + "(cleaned value: " + clean + ")");
        }
    }
}
