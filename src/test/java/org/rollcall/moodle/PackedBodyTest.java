package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedBodyTest {

    private static AnswerBytes packed(String answer, AtomicInteger heard) throws IOException, InterruptedException {
        try (StubSite site = new StubSite()) {
            site.replying(StubSite.json(answer));
            HttpClient http = MoodleClient.httpClient(site.site());
            HttpRequest request = HttpRequest.newBuilder(site.url()).build();
            return new AnswerBytes(http.send(request, head -> new PackedBody(heard::incrementAndGet))
                    .body());
        }
    }

    @Test
    void holdsALongAnswerInLittleRoom() throws Exception {
        String answer = "{\"gradehiddenbydate\":false}".repeat(100_000);
        AtomicInteger heard = new AtomicInteger();

        AnswerBytes held = packed(answer, heard);

        assertThat(held.bytes().length).isLessThan(answer.length() / 30);
        assertThat(new String(held.open().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(answer);
        assertThat(held.beginning()).startsWith("{\"grade");
        assertThat(held.isBlank()).isFalse();
        assertThat(heard).hasPositiveValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void tellsAnEmptyAnswer(String answer) throws Exception {
        assertThat(packed(answer, new AtomicInteger()).isBlank()).isTrue();
    }
}
