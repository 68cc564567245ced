package org.rollcall.moodle;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a Moodle site is and how to call it. The token is left out of {@link #toString()}.
 *
 * @param url the site's address as its people know it, with or without a path and a slash at its end
 * @param token the web-service token
 * @param format what the site answers in
 * @param maxInputVars how many form fields PHP takes on the site ({@code max_input_vars}, 1,000 unless the site's
 *     administrator raised it); PHP drops further fields without a word, so no call carries more
 * @param timeLimits how long to wait
 * @param readAttempts how often a call that only reads is sent before it is given up
 * @param retryDelay the pause before the second attempt, doubled before each further one
 * @param plainHttpAllowed whether the token may go unencrypted to a host other than this machine
 * @param authorities certificates that are trusted to vouch for the site, beside those that the JDK trusts
 */
public record MoodleSite(
        URI url,
        String token,
        AnswerFormat format,
        int maxInputVars,
        TimeLimits timeLimits,
        int readAttempts,
        Duration retryDelay,
        boolean plainHttpAllowed,
        List<X509Certificate> authorities) {

    static final String SERVICE = "/webservice/rest/server.php";
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");
    private static final int SMALLEST_USEFUL_MAX_INPUT_VARS = 100;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException with a sentence that names the fault, but never the token
     */
    public MoodleSite {
        authorities = List.copyOf(authorities);
        token = token.strip();
        require(!token.isEmpty(), "The token for the site is empty.");
        require(
                canBeToken(token),
                "The token for the site holds a character that no token has, such as a space or a line break.");
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        require(
                (scheme.equals("https") || scheme.equals("http")) && url.getHost() != null,
                "The site's address has to be complete, such as https://moodle.example.org.");
        require(
                url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null,
                "The site's address must hold no user name, no question mark and no number sign.");
        require(
                scheme.equals("https") || plainHttpAllowed || isLoopback(url.getHost()),
                "The site's address begins with http:, which would send the token and passwords unencrypted to "
                        + url.getHost() + "; use https:.");
        require(
                maxInputVars >= SMALLEST_USEFUL_MAX_INPUT_VARS,
                "The site's max_input_vars has to be " + SMALLEST_USEFUL_MAX_INPUT_VARS + " or more.");
        require(readAttempts >= 1, "The number of attempts has to be 1 or more.");
        require(TimeLimits.isPositive(retryDelay), "The pause between attempts has to be longer than nothing.");
    }

    /** Whether a text has only signs that tokens are made of: no space, no line break, nothing beyond ASCII. */
    public static boolean canBeToken(String text) {
        return text.chars().noneMatch(c -> c <= ' ' || c > '~');
    }

    /** A site with the defaults: JSON, 1,000 fields, 4 attempts to read, and {@link TimeLimits#defaults}. */
    public static MoodleSite of(URI url, String token) {
        return new MoodleSite(
                url,
                token,
                AnswerFormat.JSON,
                1000,
                TimeLimits.defaults(),
                4,
                Duration.ofMillis(500),
                false,
                List.of());
    }

    /** The same site, answering in another format. */
    public MoodleSite answeringIn(AnswerFormat other) {
        return new MoodleSite(
                url, token, other, maxInputVars, timeLimits, readAttempts, retryDelay, plainHttpAllowed, authorities);
    }

    /** The same site, with other time limits. */
    public MoodleSite within(TimeLimits other) {
        return new MoodleSite(
                url, token, format, maxInputVars, other, readAttempts, retryDelay, plainHttpAllowed, authorities);
    }

    /** The same site, with calls that only read sent so often at most, and this pause before the second attempt. */
    public MoodleSite retrying(int attempts, Duration delay) {
        return new MoodleSite(
                url, token, format, maxInputVars, timeLimits, attempts, delay, plainHttpAllowed, authorities);
    }

    /** The same site, with certificates of these authorities trusted beside those that the JDK trusts. */
    public MoodleSite trusting(List<X509Certificate> others) {
        return new MoodleSite(
                url, token, format, maxInputVars, timeLimits, readAttempts, retryDelay, plainHttpAllowed, others);
    }

    /** The address of the site's REST service. */
    public URI service() {
        String address = url.toString();
        if (address.endsWith(SERVICE)) {
            return url;
        }
        return URI.create(address.replaceAll("/+$", "") + SERVICE);
    }

    @Override
    public String toString() {
        return "MoodleSite[" + url + ", " + format + ", maxInputVars=" + maxInputVars + ", " + timeLimits
                + ", readAttempts=" + readAttempts + "]";
    }

    /** Whether what is sent stays on this machine. */
    public boolean isOnThisMachine() {
        return isLoopback(url.getHost());
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
