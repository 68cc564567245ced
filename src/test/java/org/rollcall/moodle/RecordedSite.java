package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.rollcall.moodle.Outcome.Done;

/** A site that answers as a real Moodle was recorded to do, and the client of it. */
final class RecordedSite implements AutoCloseable {

    final StubSite stub = new StubSite();
    final MoodleClient client;

    RecordedSite() {
        this(AnswerFormat.JSON);
    }

    RecordedSite(AnswerFormat format) {
        client = stub.client(stub.site().answeringIn(format));
    }

    /** Answers from now on as recorded under this name. */
    Recording replay(String name) {
        Recording recording = Recording.of(name);
        stub.replying(StubSite.recorded(recording));
        return recording;
    }

    /** Checks that the one request was the recorded one, but for the token. */
    void assertSentAsIn(Recording recording) {
        Map<String, String> expected = new LinkedHashMap<>(recording.request());
        expected.put("wstoken", StubSite.TOKEN);
        assertThat(stub.requests)
                .singleElement()
                .extracting(StubSite.Request::fields)
                .isEqualTo(expected);
    }

    /** What the site was sent last, without token, function and format. */
    Map<String, String> parameters() {
        Map<String, String> fields =
                new LinkedHashMap<>(stub.requests.get(stub.requests.size() - 1).fields());
        fields.keySet().removeAll(Set.of("wstoken", "wsfunction", "moodlewsrestformat"));
        return fields;
    }

    static <T> T value(Outcome<T> outcome) {
        if (outcome instanceof Done<T> done) {
            return done.value();
        }
        throw new AssertionError(outcome.toString());
    }

    @Override
    public void close() {
        stub.close();
    }
}
