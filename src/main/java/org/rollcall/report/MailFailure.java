package org.rollcall.report;

import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.SettingsException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/** Why a mail was not sent, in words for the person who set it up. */
final class MailFailure {

    private static final int MOST_CAUSES = 30;

    private MailFailure() {}

    /** The reason, as the end of a sentence without its full stop. */
    static String reason(Exception failure, String server) {
        if (failure instanceof SettingsException) {
            return without(failure.getMessage());
        }
        if (failure instanceof MailAuthenticationException) {
            return "the mail server %s does not accept rollcall.mail.username with its password".formatted(server);
        }
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            String reason = known(cause, server);
            if (reason != null) {
                return reason;
            }
        }
        return "the mail server %s says: %s"
                .formatted(server, without(causes.get(causes.size() - 1).getMessage()));
    }

    /** The failure and all behind it: a mail's are chained in three ways. */
    private static List<Throwable> causes(Exception failure) {
        List<Throwable> causes = new ArrayList<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty() && causes.size() < MOST_CAUSES) {
            Throwable next = open.remove();
            causes.add(next);
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            if (next instanceof MessagingException mail && mail.getNextException() != null) {
                open.add(mail.getNextException());
            }
            if (next instanceof MailSendException several) {
                open.addAll(List.of(several.getMessageExceptions()));
            }
        }
        return causes;
    }

    private static String without(@Nullable String sentence) {
        String text = String.valueOf(sentence).strip().replaceAll("\\s+", " ");
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static @Nullable String known(Throwable cause, String server) {
        if (cause instanceof SMTPAddressFailedException refused) {
            return "the mail server %s refuses the address %s (%s)"
                    .formatted(server, refused.getAddress(), without(refused.getMessage()));
        }
        if (cause instanceof UnknownHostException) {
            return "there is no mail server %s (rollcall.mail.host)".formatted(server);
        }
        if (cause instanceof ConnectException) {
            return "the mail server %s cannot be reached".formatted(server);
        }
        if (cause instanceof SocketTimeoutException) {
            return "the mail server %s did not answer in time (rollcall.mail.timeout)".formatted(server);
        }
        if (cause instanceof SSLException) {
            return "the way to the mail server %s cannot be encrypted (rollcall.mail.security, rollcall.mail.ca-file): %s"
                    .formatted(server, without(cause.getMessage()));
        }
        if (String.valueOf(cause.getMessage()).contains("STARTTLS is required")) {
            return "the mail server %s does not offer STARTTLS (rollcall.mail.security)".formatted(server);
        }
        return null;
    }
}
