package org.rollcall.sandbox;

import static org.rollcall.sandbox.Description.optional;
import static org.rollcall.sandbox.Description.optionalList;
import static org.rollcall.sandbox.Description.required;
import static org.rollcall.sandbox.Description.structure;
import static org.rollcall.sandbox.Description.withAll;

import java.util.List;
import org.rollcall.sandbox.Description.Scalar;
import org.rollcall.sandbox.Description.Structure;

/** The parameters that creating and updating an account have in common, in the order in which Moodle checks them. */
final class UserFields {
    private UserFields() {}

    /** Where the person can be found, after the name and the address. */
    static Structure withPlace(Structure user) {
        return user.with("maildisplay", optional(ParamType.INT))
                .with("city", optional(ParamType.TEXT))
                .with("country", optional(ParamType.ALPHA))
                .with("timezone", optional(ParamType.TIMEZONE))
                .with("description", optional(ParamType.RAW));
    }

    /** Further names, and what the account is filed under. */
    static Structure withDetails(Structure user, Scalar idnumber, Scalar lang, Scalar calendartype) {
        Structure named = withAll(
                user,
                optional(ParamType.NOTAGS),
                List.of("firstnamephonetic", "lastnamephonetic", "middlename", "alternatename"));
        return named.with("interests", optional(ParamType.TEXT))
                .with("idnumber", idnumber)
                .with("institution", optional(ParamType.TEXT))
                .with("department", optional(ParamType.TEXT))
                .with("phone1", optional(ParamType.NOTAGS))
                .with("phone2", optional(ParamType.NOTAGS))
                .with("address", optional(ParamType.TEXT))
                .with("lang", lang)
                .with("calendartype", calendartype)
                .with("theme", optional(ParamType.THEME))
                .with("mailformat", optional(ParamType.INT))
                .with("customfields", optionalList(pair(ParamType.ALPHANUMEXT)))
                .with("preferences", optionalList(pair(ParamType.RAW)));
    }

    private static Structure pair(ParamType type) {
        return structure().with("type", required(type)).with("value", required(ParamType.RAW));
    }
}
