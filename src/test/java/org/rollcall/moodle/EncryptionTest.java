package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Unavailable;

class EncryptionTest {

    @TempDir
    private static Path folder;

    private static Certificates certificates;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = new Certificates(folder)
                .authority("ours")
                .authority("theirs")
                .host("by-itself", "localhost")
                .signed("by-ours", "localhost", "ours")
                .signed("other-name", "moodle.example.org", "ours");
    }

    @ParameterizedTest(name = "shown {0}, where {1} is trusted as well")
    @CsvSource({"by-itself, by-itself", "by-ours, ours"})
    void aCertificateOfAnAuthorityThatTheSettingsNameIsTrusted(String shown, String trusted) throws Exception {
        assertThat(call(shown, certificates.certificate(trusted))).isEqualTo(new Done<>(List.of(), List.of()));
    }

    @ParameterizedTest(name = "shown {0}, where {1} is trusted as well")
    @CsvSource({"by-itself,", "by-ours,", "by-ours, theirs", "by-itself, ours", "other-name, ours"})
    void anyOtherIsNot(String shown, @Nullable String trusted) throws Exception {
        assertNotTrusted(call(shown, trusted == null ? null : certificates.certificate(trusted)));
    }

    @Test
    void theJdksAuthoritiesStayTrusted() throws Exception {
        TrustManagerFactory jdk = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        jdk.init((KeyStore) null);
        X509Certificate ours = certificates.certificate("ours");

        assertThat(issuers(SiteTrust.managersBeside(List.of(ours))))
                .contains(ours)
                .containsAll(issuers(jdk.getTrustManagers()))
                .hasSizeGreaterThan(10);
    }

    @Test
    void aPortWithoutEncryptionIsNotTrusted() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> answerInPlainText(plain));

            assertNotTrusted(create(site(plain.getLocalPort())));
            served.join();
        }
    }

    /** Calls a server that shows one certificate; when the client trusts it, the answer is an empty list. */
    private static Outcome<List<Cohort>> call(String shown, @Nullable X509Certificate trusted) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.server(shown)));
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("[]".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        try {
            MoodleSite site = site(server.getAddress().getPort());
            Outcome<List<Cohort>> outcome = trusted == null ? all(site) : all(site.trusting(List.of(trusted)));
            assertThat(requests).hasValue(outcome.isDone() ? 1 : 0);
            return outcome;
        } finally {
            server.stop(0);
        }
    }

    private static MoodleSite site(int port) {
        return MoodleSite.of(URI.create("https://localhost:" + port), StubSite.TOKEN);
    }

    private static Outcome<List<Cohort>> all(MoodleSite site) {
        return client(site).cohorts().all();
    }

    private static Outcome<List<Cohort>> create(MoodleSite site) {
        return client(site).cohorts().create(List.of(new NewCohort("Staff", "STAFF")));
    }

    private static MoodleClient client(MoodleSite site) {
        return new MoodleClient(site, MoodleClient.httpClient(site), new CallLog());
    }

    private static void assertNotTrusted(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.kind()).isEqualTo(UnavailableKind.NOT_TRUSTED);
            assertThat(unavailable.reason()).contains("localhost", "certificate", "rollcall.site.ca-file");
        });
    }

    private static List<X509Certificate> issuers(TrustManager[] managers) {
        return Arrays.stream(managers)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                .toList();
    }

    /** Does what a web server does at its port for plain HTTP when somebody speaks TLS to it. */
    private static void answerInPlainText(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            assertThat(socket.getInputStream().read()).isNotNegative();
            socket.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
