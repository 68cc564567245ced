package org.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.sandbox.ContractVector;
import org.rollcall.sandbox.WireRequest.WireAnswer;

/** The part of the contract that changes nothing on a site. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ReadOnlyContract {
    private static final Set<String> PERMISSION =
            Set.of("nopermissions", "requireloginerror", "errorcoursecontextnotvalid");

    private final ReadOnlyVectors vectors;
    private final Tally tally = new Tally("vectors");
    private final Set<String> usernames = new TreeSet<>();
    private Set<Account> accounts = Set.of();

    ReadOnlyContract() throws IOException {
        vectors = new ReadOnlyVectors();
    }

    /** The site to hold the contract against. */
    abstract SiteUnderTest site();

    List<ContractVector> vectors() {
        return vectors.all();
    }

    @BeforeAll
    void lookAtTheSite() {
        MoodleClient client = site().client();
        Outcomes.done(client.site().info());
        for (ContractVector vector : vectors.all()) {
            vector.parameters().forEach((key, value) -> {
                if (key.endsWith("[username]") && value.matches("[a-z0-9]+")) {
                    usernames.add(value);
                }
            });
        }
        accounts = accountsOfVectors();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void answersAsMoodleDid(ContractVector vector) throws Exception {
        tally.count(vector.name(), () -> {
            WireAnswer answer =
                    site().send(vectors.request(vector, site().moodle().token()));
            assertThat(answer.status()).as("HTTP status").isEqualTo(vector.status());
            assertThat(mediaType(answer.header("content-type")))
                    .as("content type")
                    .isEqualTo(mediaType(vector.contentType()));
            compare(
                    vector,
                    AnswerTree.of(vector.body(), vector.contentType()),
                    AnswerTree.of(answer.body(), vector.contentType()));
        });
    }

    private void compare(ContractVector vector, @Nullable Object recorded, @Nullable Object actual) {
        Map<String, String> expected = exception(recorded);
        Map<String, String> thrown = exception(actual);
        if (!thrown.equals(expected)) {
            skipWhatTheTokenMayNot(vector, thrown.getOrDefault("errorcode", ""));
            fail("The site's answer is %s, where %s was recorded.", told(thrown), told(expected));
        }
        if (!expected.isEmpty()) {
            return;
        }
        AnswerShape shape = new AnswerShape(vectors.requiredKeys(vector));
        assertThat(shape.differences(recorded, actual)).isEmpty();
        shape.additions().forEach(place -> tally.note(vector.function() + ": beyond what was recorded, " + place));
    }

    private static void skipWhatTheTokenMayNot(ContractVector vector, String errorCode) {
        if (errorCode.equals("accessexception")) {
            throw new TestAbortedException("the token's service lacks " + vector.function());
        }
        if (PERMISSION.contains(errorCode)) {
            throw new TestAbortedException("the token's account lacks a permission for " + vector.function());
        }
    }

    /**
     * Class and code of an exception, empty for another answer. The class is named without its namespace, which Moodle
     * changes from release to release; message and debuginfo differ with language and debug level.
     */
    private static Map<String, String> exception(@Nullable Object answer) {
        Map<String, String> exception = new LinkedHashMap<>();
        if (answer instanceof Map<?, ?> map && map.get("exception") instanceof String type) {
            exception.put("exception", type.substring(type.lastIndexOf('\\') + 1));
            exception.put("errorcode", String.valueOf(map.get("errorcode")));
            Set<String> keys = new TreeSet<>();
            map.keySet().forEach(key -> keys.add(key.toString()));
            keys.remove("debuginfo");
            exception.put("keys", keys.toString());
        }
        return exception;
    }

    private static String told(Map<String, String> exception) {
        return exception.isEmpty() ? "no exception" : exception.toString();
    }

    private static String mediaType(String contentType) {
        return contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** The accounts that have usernames of the vectors; none where the token may not look. */
    private Set<Account> accountsOfVectors() {
        return site().client().users().byField(AccountField.USERNAME, List.copyOf(usernames))
                        instanceof Done<List<Account>> done
                ? Set.copyOf(done.value())
                : Set.of();
    }

    @AfterAll
    void tell() {
        if (tally.isEmpty()) {
            return;
        }
        System.out.println(tally.summary(site().moodle().url().toString()));
        assertThat(accountsOfVectors())
                .as("accounts with usernames of the vectors, which have to be as before")
                .isEqualTo(accounts);
        if (site().practice()) {
            assertThat(tally.skipped()).isEmpty();
        }
    }
}
