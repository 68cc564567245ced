package org.rollcall.moodle;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.Outcome.Unavailable;

/**
 * Tells what a redirect means, which is never followed, since the token would go along. Moodle sends whoever calls it
 * by another address than its own to the same script below its own (303), a web server from http to https likewise.
 */
final class Redirects {

    private static final String UPGRADE = "/admin/index.php";
    private static final String LOGIN = "/login/index.php";

    /** Something without a host. */
    private static final String NOWHERE = "nowhere:nobody";

    private Redirects() {}

    static Outcome<Answer> judge(HttpResponse<byte[]> response) {
        String address = address(response);
        if (address == null) {
            return misdirected("The site sends calls on, but does not say where to; check rollcall.site.url.");
        }
        if (address.endsWith(UPGRADE)) {
            // So Moodle answers every call while a new version waits for its administrator (setuplib.php).
            return new Unavailable<>(
                    UnavailableKind.MAINTENANCE, "The site waits for its administrator to upgrade it.", null);
        }
        String configured = siteOf(response.uri().toString());
        String site = siteOf(address);
        if (!site.equals(address) && !site.equals(configured)) {
            return misdirected("The site's own address is " + site + "; put that into rollcall.site.url, in place of "
                    + configured + ".");
        }
        if (address.contains("/login")) {
            return misdirected("The site sends calls on to the login page " + address + ", where no call can log in;"
                    + " put the address under which its web services answer without one into rollcall.site.url.");
        }
        return misdirected("The site sends calls on to " + address
                + "; if the site is there now, put that address into rollcall.site.url, in place of " + configured
                + ".");
    }

    /** Where the redirect leads, without a query, which may hold anything; null where that cannot be read. */
    private static @Nullable String address(HttpResponse<byte[]> response) {
        try {
            URI target = response.uri()
                    .resolve(response.headers().firstValue("Location").orElse(NOWHERE));
            return target.getHost() == null
                    ? null
                    : target.getScheme() + "://" + target.getRawAuthority() + target.getRawPath();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The site that a page of Moodle's is on, or the address as it is where it is no page that calls are sent to. */
    private static String siteOf(String address) {
        for (String page : List.of(MoodleSite.SERVICE, LOGIN)) {
            if (address.endsWith(page)) {
                return address.substring(0, address.length() - page.length());
            }
        }
        return address;
    }

    private static Outcome<Answer> misdirected(String reason) {
        return new Unavailable<>(UnavailableKind.NOT_MOODLE, reason, null);
    }
}
