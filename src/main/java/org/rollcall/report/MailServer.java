package org.rollcall.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.rollcall.operation.CaFile;
import org.rollcall.operation.Home;
import org.rollcall.operation.MailSettings;
import org.rollcall.operation.MailSettings.Security;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.operation.SettingsException;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The mail server that the settings name. */
@Component
class MailServer {

    private static final String PASSWORD = "ROLLCALL_MAIL_PASSWORD";

    private final MailSettings settings;
    private final Home home;
    private final Environment environment;

    MailServer(RollcallSettings settings, Home home, Environment environment) {
        this.settings = settings.mail();
        this.home = home;
        this.environment = environment;
    }

    /**
     * Sends a mail to everybody whom the settings name.
     *
     * @param attached a file that goes with it, or null
     * @throws SettingsException when a setting that is looked at only now cannot be worked with
     * @throws MailException when the server cannot be reached, or does not take it
     */
    void send(MailText text, @Nullable Path attached) {
        sender().send(message -> {
            MimeMessageHelper mail = new MimeMessageHelper(message, attached != null, StandardCharsets.UTF_8.name());
            mail.setFrom(String.valueOf(settings.from()));
            mail.setTo(settings.to().toArray(String[]::new));
            mail.setSubject(text.subject());
            mail.setText(text.body());
            if (attached != null) {
                mail.addAttachment(String.valueOf(attached.getFileName()), attached.toFile());
            }
            // So that nobody's notice of absence answers.
            message.setHeader("Auto-Submitted", "auto-generated");
        });
    }

    /** Where it is, for people. */
    String name() {
        return settings.host() + ":" + settings.portInUse();
    }

    private JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.portInUse());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (settings.username() != null) {
            sender.setUsername(settings.username());
            sender.setPassword(password());
        }
        sender.setJavaMailProperties(properties());
        return sender;
    }

    private Properties properties() {
        Properties properties = new Properties();
        String timeout = Long.toString(settings.timeout().toMillis());
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.security() == Security.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        Path caFile = settings.caFile();
        if (caFile != null) {
            properties.put(
                    "mail.smtp.ssl.socketFactory",
                    new CaFile(caFile, "rollcall.mail.ca-file").context(home).getSocketFactory());
        }
        return properties;
    }

    private String password() {
        String fromEnvironment = environment.getProperty(PASSWORD, "");
        Path file = settings.passwordFile();
        if (!fromEnvironment.isEmpty()) {
            return fromEnvironment;
        }
        if (file == null) {
            throw new SettingsException(
                    "there is no password for rollcall.mail.username; set the environment variable %s, or rollcall.mail.password-file"
                            .formatted(PASSWORD));
        }
        try {
            return Files.readString(home.folder().resolve(file)).strip();
        } catch (IOException unreadable) {
            throw new SettingsException(
                    "the password file %s cannot be read (rollcall.mail.password-file)".formatted(file), unreadable);
        }
    }
}
