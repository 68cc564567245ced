package org.rollcall.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal as Moodle words it: the PHP class, the error code, the plain message and the detail for debuginfo. */
final class MoodleFault extends RuntimeException {
    private static final String INVALID_PARAMETER = "Invalid parameter value detected";

    private final String phpClass;
    private final @Nullable String code;
    private final String plain;
    private final @Nullable String detail;

    private MoodleFault(String phpClass, @Nullable String code, String plain, @Nullable String detail) {
        super(plain, null, false, false);
        this.phpClass = phpClass;
        this.code = code;
        this.plain = plain;
        this.detail = detail;
    }

    static MoodleFault of(String code, String message) {
        return new MoodleFault("core\\exception\\moodle_exception", code, message, null);
    }

    /** A refusal whose detail says more than its message. */
    static MoodleFault of(String code, String message, String detail) {
        return new MoodleFault("core\\exception\\moodle_exception", code, message, detail);
    }

    static MoodleFault invalidParameter(String detail) {
        return new MoodleFault(
                "core\\exception\\invalid_parameter_exception", "invalidparameter", INVALID_PARAMETER, detail);
    }

    /** An answer that does not fit its description; what the function did before is kept. */
    static MoodleFault invalidResponse(String detail) {
        return new MoodleFault(
                "core\\exception\\invalid_response_exception",
                "invalidresponse",
                "Invalid response value detected",
                detail);
    }

    static MoodleFault access(String detail) {
        return new MoodleFault("webservice_access_exception", "accessexception", "Access control exception", detail);
    }

    static MoodleFault noPermission(String capability) {
        return new MoodleFault(
                "core\\exception\\required_capability_exception",
                "nopermissions",
                "Sorry, but you do not currently have permissions to do that (" + Capabilities.title(capability) + ").",
                null);
    }

    static MoodleFault requireLogin(String detail) {
        return new MoodleFault(
                "core\\exception\\require_login_exception",
                "requireloginerror",
                "Course or activity not accessible.",
                detail);
    }

    static MoodleFault missingRecord(String table, String column, Object value) {
        return missingRecord(table, "*", column + " = ?", List.of(value));
    }

    static MoodleFault invalidUser(long id) {
        return missingRecord("user", "id", id);
    }

    /** No account meets the conditions, which stand here as in Moodle's SQL. */
    static MoodleFault invalidUser(String conditions, Object... values) {
        return missingRecord("user", "*", conditions, List.of(values));
    }

    /** A record that has to be there; debuginfo tells which columns (fields) were looked for under which conditions. */
    static MoodleFault missingRecord(String table, String fields, String conditions, List<?> values) {
        boolean user = table.equals("user");
        return new MoodleFault(
                "dml_missing_record_exception",
                user ? "invaliduser" : "invalidrecord",
                user ? "Invalid user" : "Can't find data record in database table " + table + ".",
                "SELECT " + fields + " FROM {" + table + "} WHERE " + conditions + "\n[" + PhpText.array(values) + "]");
    }

    static MoodleFault write(String detail) {
        return new MoodleFault("dml_write_exception", "dmlwriteexception", "Error writing to database", detail);
    }

    static MoodleFault coding(String hint, @Nullable String detail) {
        return new MoodleFault(
                "core\\exception\\coding_exception",
                "codingerror",
                "Coding error detected, it must be fixed by a programmer: " + hint,
                detail);
    }

    /** An error of PHP itself, which has no error code. */
    static MoodleFault php(String message) {
        return new MoodleFault("Error", null, message, null);
    }

    String phpClass() {
        return phpClass;
    }

    @Nullable
    String code() {
        return code;
    }

    @Nullable
    String detail() {
        return detail;
    }

    String message(Debug debug) {
        return debug.message(plain, detail);
    }
}
