package org.rollcall.installation;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server on this machine, which keeps what it is sent. It knows nobody whose name begins with {@code nobody}. */
public final class PostOffice implements SimpleMessageListener, AutoCloseable {

    /** The account of a server that wants one. */
    public static final String ACCOUNT = "registry";

    /** The password of that account. */
    public static final String PASSWORD = "Plugh-42";

    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    private PostOffice(@Nullable SSLContext tls, boolean tlsFromTheBeginning) {
        SMTPServer.Builder builder = SMTPServer.port(0)
                .hostName("localhost")
                .simpleMessageListener(this)
                .insertReceivedHeaders(false);
        if (tls != null) {
            builder.authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((name, password, context) -> {
                        if (!name.equals(ACCOUNT) || !password.equals(PASSWORD)) {
                            throw new LoginFailedException();
                        }
                    }))
                    .requireAuth();
            if (tlsFromTheBeginning) {
                builder.serverSocketFactory(tls);
            } else {
                builder.startTlsSocketFactory(tls, false).requireTLS();
            }
        }
        this.server = builder.build();
        server.start();
    }

    /** One that wants neither an account nor encryption. */
    public static PostOffice open() {
        return new PostOffice(null, false);
    }

    /** One that wants both, and begins to encrypt when it is asked. */
    public static PostOffice withStartTls(SSLContext tls) {
        return new PostOffice(tls, false);
    }

    /** One that wants both, and encrypts from the beginning. */
    public static PostOffice withTls(SSLContext tls) {
        return new PostOffice(tls, true);
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** What was sent, a letter for each who got it. */
    public List<Letter> letters() {
        return letters;
    }

    @Override
    public boolean accept(String from, String recipient) {
        return !recipient.startsWith("nobody");
    }

    @Override
    public void deliver(String from, String recipient, InputStream data) throws IOException {
        byte[] raw = data.readAllBytes();
        try {
            letters.add(new Letter(
                    recipient, new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw))));
        } catch (MessagingException broken) {
            throw new IOException(broken);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    /** What one recipient got. */
    public record Letter(String recipient, MimeMessage message) {

        public String subject() throws MessagingException {
            return message.getSubject();
        }

        /** The text, which is the first part of a letter with attachments. */
        public String text() throws MessagingException, IOException {
            Object content = message.getContent();
            return content instanceof Multipart parts ? text(parts.getBodyPart(0)) : (String) content;
        }

        private static String text(BodyPart part) throws MessagingException, IOException {
            Object content = part.getContent();
            return content instanceof Multipart parts ? text(parts.getBodyPart(0)) : (String) content;
        }

        /** Saves the only attachment under its own name; null where there is none. */
        public @Nullable Path saveAttachment(Path folder) throws MessagingException, IOException {
            if (!(message.getContent() instanceof Multipart parts) || parts.getCount() < 2) {
                return null;
            }
            BodyPart attachment = parts.getBodyPart(1);
            Path file = folder.resolve(attachment.getFileName());
            try (InputStream bytes = attachment.getInputStream()) {
                Files.write(file, bytes.readAllBytes());
            }
            return file;
        }
    }
}
