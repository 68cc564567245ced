package org.rollcall.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The file of certificates")
class CaFileTest {

    private static final String FIRST = pem("first-ca");
    private static final String SECOND = pem("second-ca");
    private static final String EXPIRED = pem("expired-ca");

    @TempDir
    private Path home;

    private List<X509Certificate> read(String content) throws IOException {
        Files.writeString(home.resolve("ca.pem"), content);
        return new CaFile(Path.of("ca.pem"), "rollcall.site.ca-file").certificates(new Home(home));
    }

    private static String pem(String name) {
        try (InputStream in = CaFileTest.class.getResourceAsStream(name + ".pem")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no certificate " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> usable() {
        return Stream.of(
                Arguments.of(FIRST, List.of("CN=Example University CA")),
                Arguments.of(FIRST + SECOND, List.of("CN=Example University CA", "CN=Example Second CA")),
                Arguments.of(FIRST.replace("\n", "\r\n"), List.of("CN=Example University CA")),
                Arguments.of("Our authority\n\n" + FIRST, List.of("CN=Example University CA")),
                Arguments.of(EXPIRED + SECOND, List.of("CN=Example Second CA")));
    }

    @ParameterizedTest
    @MethodSource("usable")
    void givesTheCertificatesThatAreValid(String content, List<String> names) throws IOException {
        assertThat(read(content))
                .extracting(certificate -> certificate.getSubjectX500Principal().getName())
                .isEqualTo(names);
    }

    static Stream<Arguments> unusable() {
        String unusable =
                "The certificate file ca.pem cannot be used: it has to hold whole certificates in PEM, each of"
                        + " which begins with -----BEGIN CERTIFICATE----- (rollcall.site.ca-file).";
        return Stream.of(
                Arguments.of("", unusable),
                Arguments.of("no certificate at all\n", unusable),
                Arguments.of(FIRST.substring(0, 300), unusable),
                Arguments.of(FIRST + SECOND.substring(0, 300), unusable),
                Arguments.of(FIRST.replaceFirst("\nMII", "\nXYZ"), unusable),
                Arguments.of(
                        EXPIRED,
                        "The certificate of CN=Example Expired CA in the file ca.pem has expired"
                                + " (rollcall.site.ca-file)."),
                Arguments.of(
                        pem("future-ca"),
                        "The certificate of CN=Example Future CA in the file ca.pem is not valid yet"
                                + " (rollcall.site.ca-file)."));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void isRefusedInOneSentence(String content, String sentence) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(SettingsException.class)
                .hasMessage(sentence);
    }

    @Test
    void isMissedByItsName() {
        assertThatThrownBy(() -> new CaFile(Path.of("ca.pem"), "rollcall.site.ca-file").certificates(new Home(home)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("The certificate file ca.pem cannot be read (rollcall.site.ca-file).");
    }
}
