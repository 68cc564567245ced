package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {

    @Test
    void takesWhatIsWithinTheLimitAndBreaksOffWhatIsAbove() throws Exception {
        try (StubSite site = new StubSite()) {
            site.replying(StubSite.json("x".repeat(100_000)));
            HttpClient http = MoodleClient.httpClient(site.site());
            HttpRequest request = HttpRequest.newBuilder(site.url()).build();

            AtomicInteger heard = new AtomicInteger();

            assertThat(http.send(request, answer -> new BoundedBody(100_000, heard::incrementAndGet))
                            .body())
                    .hasSize(100_000);
            assertThat(heard).hasPositiveValue();
            assertThatThrownBy(() -> http.send(request, answer -> new BoundedBody(99_999, heard::incrementAndGet)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("larger than 99999 bytes");
        }
    }
}
