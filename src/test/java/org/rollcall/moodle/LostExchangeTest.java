package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Unavailable;

class LostExchangeTest {

    private final LostExchange lost = new LostExchange("moodle.example.edu");

    @ParameterizedTest
    @MethodSource
    void nothingReachedTheSite(Exception failure, UnavailableKind kind, String said) {
        Outcome<List<Cohort>> outcome = lost.judge(WsFunction.CREATE_COHORTS, failure);

        assertThat(outcome).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.kind()).isEqualTo(kind);
            assertThat(unavailable.reason()).contains("moodle.example.edu", said);
        });
    }

    static Stream<Arguments> nothingReachedTheSite() {
        SSLException noTls = new SSLException("Unrecognized SSL message, plaintext connection?");
        UnavailableKind unreachable = UnavailableKind.UNREACHABLE;
        UnavailableKind notTrusted = UnavailableKind.NOT_TRUSTED;
        Exception unresolved = new ConnectException();
        unresolved.initCause(new UnresolvedAddressException());
        return Stream.of(
                argumentSet(
                        "nobody listens", new ConnectException("Connection refused"), unreachable, "Nobody answers"),
                argumentSet("nobody answers", new HttpConnectTimeoutException("late"), unreachable, "Nobody answers"),
                argumentSet("no such host", new UnknownHostException("x"), unreachable, "rollcall.site.url"),
                argumentSet("a host without an address", unresolved, unreachable, "rollcall.site.url"),
                argumentSet("another's certificate", new SSLHandshakeException("x"), notTrusted, "certificate"),
                argumentSet("plain HTTP at the port", noTls, notTrusted, "no HTTPS at that port"),
                argumentSet(
                        "plain HTTP at the port, told as an answer without bytes",
                        new IOException("HTTP/1.1 header parser received no bytes", noTls),
                        notTrusted,
                        "no HTTPS at that port"),
                argumentSet(
                        "a handshake that was cut off, told as an answer without bytes",
                        new IOException("HTTP/1.1 header parser received no bytes", new SSLHandshakeException("x")),
                        notTrusted,
                        "certificate"));
    }

    @ParameterizedTest
    @MethodSource
    void whetherAnythingReachedTheSiteIsNotKnown(Exception failure) {
        assertThat(lost.<List<Cohort>>judge(WsFunction.CREATE_COHORTS, failure))
                .isInstanceOfSatisfying(
                        Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.reason()).contains("core_cohort_create_cohorts"));
    }

    static Stream<Arguments> whetherAnythingReachedTheSiteIsNotKnown() {
        return Stream.of(
                argumentSet("the connection broke", new IOException("Connection reset")),
                argumentSet("the answer has no bytes", new IOException("no bytes", new EOFException())),
                argumentSet("the encryption broke later", new SSLException("Tag mismatch")),
                argumentSet("anything else", new IllegalStateException("?")));
    }
}
