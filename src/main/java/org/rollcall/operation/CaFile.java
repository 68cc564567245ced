package org.rollcall.operation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.SiteTrust;

/** The certificates of a file that the settings name: those of an authority that the JDK does not know. */
public final class CaFile {

    private static final Pattern BEGIN = Pattern.compile("-----BEGIN CERTIFICATE-----");

    private final Path file;
    private final String setting;

    /**
     * @param file as the settings name it
     * @param setting the name of that setting
     */
    public CaFile(Path file, String setting) {
        this.file = file;
        this.setting = " (" + setting + ")";
    }

    /**
     * What a way to a server needs that is encrypted: these authorities are trusted beside those of the JDK.
     *
     * @param home what a relative path begins at
     * @throws SettingsException as {@link #certificates} does
     */
    public SSLContext context(Home home) {
        return SiteTrust.beside(certificates(home));
    }

    /**
     * Reads the certificates, which are in PEM, one or more of them. Those that are not valid at the moment are left
     * out where others are.
     *
     * @param home what a relative path begins at
     * @throws SettingsException when the file cannot be read, holds something else, or nothing that is valid now
     */
    List<X509Certificate> certificates(Home home) {
        byte[] pem = bytes(home);
        List<X509Certificate> certificates = parsed(pem);
        // Newer versions of Java pass over a last one that is cut off.
        if (certificates.size()
                < BEGIN.matcher(new String(pem, StandardCharsets.ISO_8859_1))
                        .results()
                        .count()) {
            throw unusable(null);
        }
        List<X509Certificate> valid = new ArrayList<>();
        SettingsException fault = unusable(null);
        for (X509Certificate certificate : certificates) {
            try {
                certificate.checkValidity();
                valid.add(certificate);
            } catch (CertificateExpiredException e) {
                fault = outdated(certificate, "has expired", e);
            } catch (CertificateNotYetValidException e) {
                fault = outdated(certificate, "is not valid yet", e);
            }
        }
        if (valid.isEmpty()) {
            throw fault;
        }
        return valid;
    }

    private byte[] bytes(Home home) {
        try {
            return Files.readAllBytes(home.folder().resolve(file));
        } catch (IOException unreadable) {
            throw new SettingsException("The certificate file " + file + " cannot be read" + setting + ".", unreadable);
        }
    }

    private List<X509Certificate> parsed(byte[] pem) {
        try {
            return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException garbled) {
            throw unusable(garbled);
        }
    }

    private SettingsException unusable(@Nullable CertificateException cause) {
        String sentence = "The certificate file " + file + " cannot be used: it has to hold whole certificates in PEM,"
                + " each of which begins with -----BEGIN CERTIFICATE-----" + setting + ".";
        return cause == null ? new SettingsException(sentence) : new SettingsException(sentence, cause);
    }

    private SettingsException outdated(X509Certificate certificate, String fault, CertificateException cause) {
        return new SettingsException(
                "The certificate of " + certificate.getSubjectX500Principal().getName() + " in the file " + file + " "
                        + fault + setting + ".",
                cause);
    }
}
