package org.rollcall.operation;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Whom a mail tells what a run came to, and by which server.
 *
 * @param to the addresses; none means no mail
 * @param from the address that the mail comes from
 * @param when of which runs
 * @param host the mail server
 * @param port its port; null for the one that is usual with the security
 * @param security how the way to it is protected
 * @param caFile certificates in PEM of an authority that the JDK does not know, trusted beside those it knows
 * @param username the account on it; null where it wants none
 * @param passwordFile a file that holds the account's password, for those who do not set {@code ROLLCALL_MAIL_PASSWORD}
 * @param attachRejects whether the rows that came back are attached
 * @param attachAtMost how large an attachment may be
 * @param timeout how long to wait for the server, at each step
 */
public record MailSettings(
        @DefaultValue List<String> to,
        @Nullable String from,

        @DefaultValue("rejects") @NotNull When when,

        @Nullable String host,
        @Nullable @Min(1) @Max(65_535) Integer port,

        @DefaultValue("starttls") @NotNull Security security,

        @Nullable Path caFile,
        @Nullable String username,
        @Nullable Path passwordFile,
        @DefaultValue("true") boolean attachRejects,
        @DefaultValue("5MB") @NotNull DataSize attachAtMost,

        @DefaultValue("20s") @NotNull @DurationMin(millis = 1, message = "must be longer than nothing, such as 20s")
        Duration timeout) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    /** Of which runs a mail tells. */
    public enum When {
        /** Those of which rows came back, and what {@link #FAILURE} names. */
        REJECTS,
        /** Those that failed, and plans that are held. */
        FAILURE,
        /** All of them, plans and undos, too. */
        ALWAYS
    }

    /** How the way to the mail server is protected. */
    public enum Security {
        /** Not at all. */
        NONE(25),
        /** By TLS, which begins on the plain connection; without it nothing is sent. */
        STARTTLS(587),
        /** By TLS from the beginning. */
        TLS(465);

        private final int usualPort;

        Security(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    /** What is wrong is told at the start, and not when there is something to be mailed. */
    public MailSettings {
        to = to.stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        from = blankToNull(from);
        host = blankToNull(host);
        username = blankToNull(username);
        to.forEach(address -> requireAddress("to", address));
        if (!to.isEmpty()) {
            require(host != null, "rollcall.mail.to is set, and rollcall.mail.host, the mail server, is not.");
            require(from != null, "rollcall.mail.to is set, and rollcall.mail.from, the sender's address, is not.");
        }
        if (from != null) {
            requireAddress("from", from);
        }
        require(
                host == null || username == null || security != Security.NONE || isLoopback(host),
                "rollcall.mail.security is none, so the password of rollcall.mail.username would go to %s unprotected; set it to starttls or tls."
                        .formatted(host));
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static void requireAddress(String name, String address) {
        try {
            if (address.indexOf('@') < 0) {
                throw new AddressException("It has no @", address);
            }
            new InternetAddress(address, true).validate();
        } catch (AddressException wrong) {
            throw new SettingsException(
                    "The setting rollcall.mail.%s holds \"%s\", which is no email address.".formatted(name, address),
                    wrong);
        }
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new SettingsException(sentence);
        }
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether anything is ever mailed. */
    public boolean isOn() {
        return !to.isEmpty();
    }

    /** The port, whether it is set or the usual one. */
    public int portInUse() {
        return port == null ? security.usualPort : port;
    }
}
