package org.rollcall.moodle;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Outcome.Unavailable;

/**
 * Judges the errors of Moodle's own, which come as HTTP 200 with {@code exception}, {@code errorcode}, {@code message}
 * and, from debug level 15 up, {@code debuginfo}. The class of exception differs between versions, so the code decides.
 */
final class SiteErrors {

    private static final Pattern SENTENCE = Pattern.compile("[\\s<]");

    private static final Set<String> PERMISSION = Set.of(
            "nopermissions",
            "nopermissiontoviewgrades",
            "requireloginerror",
            "errorcoursecontextnotvalid",
            "errorcatcontextnotvalid");

    private static final Map<String, String> ACCOUNT = Map.of(
            "wsaccessusersuspended",
            "The account that the token belongs to is suspended on the site (wsaccessusersuspended).",
            "wsaccessuserdeleted",
            "The account that the token belongs to is deleted on the site (wsaccessuserdeleted).",
            "wsaccessuserunconfirmed",
            "The account that the token belongs to is not confirmed on the site (wsaccessuserunconfirmed).",
            "wsaccessuserexpired",
            "The password of the account that the token belongs to has expired (wsaccessuserexpired).",
            "wsaccessusernologin",
            "The account that the token belongs to may not log in on the site (wsaccessusernologin).",
            "sitepolicynotagreed",
            "The account that the token belongs to has not agreed to the site's policy (sitepolicynotagreed); log in"
                    + " with it once and agree.");

    private static final Map<String, UnavailableKind> CLOSED = Map.of(
            "sitemaintenance", UnavailableKind.MAINTENANCE,
            "upgraderunning", UnavailableKind.MAINTENANCE,
            "dbconnectionfailed", UnavailableKind.BUSY);

    private SiteErrors() {}

    static boolean isPermission(String errorCode) {
        return PERMISSION.contains(errorCode);
    }

    static <T> Outcome<T> judge(WsFunction function, Answer error) {
        String code = orEmpty(error.optionalText("errorcode"));
        String debugInfo = error.optionalText("debuginfo");
        String message = message(error, debugInfo);
        UnavailableKind closed = CLOSED.get(code);
        if (closed != null) {
            return new Unavailable<>(closed, closedSentence(closed), null);
        }
        Unavailable<T> barred = barred(function, code, message);
        if (barred != null) {
            return barred;
        }
        if (code.equals("invalidresponse") && function.writes()) {
            // Moodle checks what a function returns after the function has run and committed.
            return new Ambiguous<>("The site carried out " + function.wsName()
                    + " but could not say what came of it (invalidresponse).");
        }
        return new Refused<>(
                error.text("exception"),
                // A password's faults are given in place of the code, as sentences or HTML (core_user_create_users).
                SENTENCE.matcher(code).find() ? Refused.PASSWORD_POLICY : code,
                message,
                debugInfo);
    }

    /** Why the call was not let through, or null if it was. */
    private static <T> @Nullable Unavailable<T> barred(WsFunction function, String code, String message) {
        if (code.equals("accessexception")) {
            return new Unavailable<>(
                    UnavailableKind.SERVICE,
                    "The site does not let the token call " + function.wsName() + " (accessexception): the function"
                            + " may be missing from the token's service, or the token may have expired or be meant for"
                            + " other people or addresses.",
                    null);
        }
        if (code.equals("invalidrecord") && message.contains("external_functions")) {
            return new Unavailable<>(
                    UnavailableKind.SERVICE,
                    "The site does not have the function " + function.wsName() + "; it needs " + function.origin()
                            + ".",
                    null);
        }
        if (isPermission(code) && function.needsPermissionOnSite()) {
            return new Unavailable<>(
                    UnavailableKind.PERMISSION,
                    "The token's account lacks a permission for " + function.wsNameWithCapability()
                            + "; the site says: " + message,
                    null);
        }
        if (code.equals("invalidtoken")) {
            return new Unavailable<>(
                    UnavailableKind.TOKEN,
                    "The site does not accept the token (invalidtoken); check ROLLCALL_MOODLE_TOKEN or"
                            + " rollcall.site.token-file.",
                    null);
        }
        String account = ACCOUNT.get(code);
        return account == null ? null : new Unavailable<>(UnavailableKind.ACCOUNT, account, null);
    }

    private static String closedSentence(UnavailableKind kind) {
        return kind == UnavailableKind.MAINTENANCE
                ? "The site is closed for maintenance."
                : "The site's database does not answer.";
    }

    private static String message(Answer error, @Nullable String debugInfo) {
        String message = orEmpty(error.optionalText("message"));
        if (debugInfo != null && message.endsWith(" (" + debugInfo + ")")) {
            // A site with developer debugging repeats the debug information, which is no sentence for a registrar.
            message = message.substring(0, message.length() - debugInfo.length() - 3);
        }
        return PlainText.ofMessage(message);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
