package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.sandbox.WireRequest.WireAnswer;

/** Replays what a real Moodle answered: status, body and the state afterwards have to agree. */
@TestInstance(Lifecycle.PER_CLASS)
class MoodleContractTest {
    private final ContractReplay replay;
    private final Map<String, List<String>> unchecked = new TreeMap<>();
    private int agreeing;
    private int replayed;

    MoodleContractTest() throws IOException {
        replay = new ContractReplay();
    }

    static List<ContractVector> vectors() throws IOException {
        return ContractReplay.ordered();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void answersAsMoodleDid(ContractVector vector) throws IOException {
        replayed++;
        Sandbox site = replay.site(vector);
        WireAnswer answer = vector.request().send(site.url());

        assertThat(answer.status()).isEqualTo(vector.status());
        assertThat(answer.header("content-type")).isEqualToIgnoringCase(vector.contentType());
        String expected = ContractText.normal(vector.body(), vector.contentType());
        String actual = ContractText.normal(answer.body(), vector.contentType());
        if (vector.isCut()) {
            int last = expected.lastIndexOf('{');
            assertThat(actual).startsWith(expected.substring(0, last));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
        if (vector.json().path("response_headers").has("retry-after")) {
            assertThat(answer.header("retry-after")).isEqualTo("300");
        }
        if (vector.json().path("response_headers").has("location")) {
            assertThat(ContractText.normalLocation(answer.header("location"))).isEqualTo("/webservice/rest/server.php");
        }
        List<String> notCompared = new ContractState(vector, site).check();
        if (!notCompared.isEmpty()) {
            unchecked.put(vector.name(), notCompared);
        }
        agreeing++;
    }

    @AfterAll
    void tellHowManyAgree() {
        System.out.printf("Moodle contract: %d of %d vectors agree; left out:%n", agreeing, replayed);
        unchecked.forEach((name, keys) -> System.out.printf("  not compared of what %s observed: %s%n", name, keys));
        replay.leftOut().forEach((name, reason) -> System.out.printf("  %s: %s%n", name, reason));
        replay.close();
    }
}
