package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Keys and certificates that the JDK's keytool makes for a test, in a folder of its own. */
public final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    public Certificates(Path folder) {
        this.folder = folder;
    }

    /** Makes an authority, whose certificate it signs itself. */
    Certificates authority(String alias) throws IOException, InterruptedException {
        keytool(alias, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + alias, "-ext", "bc:c");
        return this;
    }

    /** Makes a key and a certificate for a host, signed by itself. */
    public Certificates host(String alias, String host) throws IOException, InterruptedException {
        keytool(alias, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "san=dns:" + host);
        return this;
    }

    /** Has an authority sign a host's certificate anew. */
    Certificates signed(String alias, String host, String authority) throws IOException, InterruptedException {
        host(alias, host);
        String request = folder.resolve(alias + ".csr").toString();
        String certificate = folder.resolve(alias + ".crt").toString();
        keytool(alias, "-certreq", "-file", request);
        keytool(authority, "-gencert", "-infile", request, "-outfile", certificate, "-ext", "san=dns:" + host);
        keytool(alias, "-importcert", "-noprompt", "-file", certificate);
        return this;
    }

    X509Certificate certificate(String alias) throws IOException, GeneralSecurityException {
        return (X509Certificate) store().getCertificate(alias);
    }

    /** A certificate as files hold it. */
    public String pem(String alias) throws IOException, GeneralSecurityException {
        String lines = Base64.getMimeEncoder().encodeToString(certificate(alias).getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }

    /** What a server needs that is to show this certificate. */
    public SSLContext server(String alias) throws IOException, GeneralSecurityException {
        KeyStore all = store();
        for (String other : Collections.list(all.aliases())) {
            if (!other.equals(alias)) {
                all.deleteEntry(other);
            }
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(all, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private Path file() {
        return folder.resolve("keys.p12");
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file())) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String alias, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", alias, "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of("-keystore", file().toString()));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).as(String.join(" ", arguments)).isZero();
    }
}
