package org.rollcall.moodle;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Unavailable;

/**
 * Tells what a request that got no answer says of the site: whether nothing of it can have reached Moodle, or whether
 * that is not known.
 */
final class LostExchange {

    private final String host;

    LostExchange(String host) {
        this.host = host;
    }

    /** Judges a failure of the carrier, such as the JDK's client reports it. */
    <T> Outcome<T> judge(WsFunction function, @Nullable Throwable failure) {
        if (failure instanceof HttpConnectTimeoutException
                || failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnresolvedAddressException) {
            return new Unavailable<>(UnavailableKind.UNREACHABLE, unreachable(failure), null);
        }
        if (cameToNoEncryption(failure)) {
            return new Unavailable<>(
                    UnavailableKind.NOT_TRUSTED,
                    "No secure connection to " + host + " came about: its certificate is not trusted,"
                            + " has expired or belongs to another name, or there is no HTTPS at that port; for a"
                            + " certificate of your own authority set rollcall.site.ca-file.",
                    null);
        }
        if (failure instanceof IOException) {
            return new Ambiguous<>("The connection broke before the whole answer to " + function.wsName() + " came.");
        }
        return new Ambiguous<>("The call of " + function.wsName() + " ended in a way that tells nothing of the site.");
    }

    /**
     * Nothing is sent before a connection is encrypted. Now and then the JDK notices first that the answer has no bytes,
     * and gives the fault of the encryption as its cause.
     */
    private static boolean cameToNoEncryption(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLHandshakeException || isNoTls(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNoTls(Throwable failure) {
        // The JDK has no class of its own for a first answer that is not TLS, as a web server's plain port gives it,
        // but says "Unrecognized SSL message" or "Unsupported or unrecognized SSL message".
        return failure instanceof SSLException
                && String.valueOf(failure.getMessage()).contains("nrecognized SSL message");
    }

    private String unreachable(Throwable failure) {
        boolean unknown = failure instanceof UnknownHostException
                || failure instanceof UnresolvedAddressException
                || failure.getCause() instanceof UnresolvedAddressException;
        return unknown
                ? "No host of the name " + host + " is known; check rollcall.site.url."
                : "Nobody answers at " + host + "; the site is down or cannot be reached from here.";
    }
}
