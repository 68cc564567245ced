package org.rollcall.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.CallLog;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.MoodleSite;
import org.rollcall.sandbox.WireRequest;
import org.rollcall.sandbox.WireRequest.WireAnswer;

/**
 * The site that the contract is held against.
 *
 * @param course the short name of a course to enrol people in, or null for none
 * @param roleId the role that they get there
 * @param practice whether it is a sandbox: nothing may be skipped, and groups, which no function of a sandbox deletes,
 *     may stay
 */
record SiteUnderTest(MoodleSite moodle, @Nullable String course, long roleId, boolean practice) {

    /** The id of the role student on a stock Moodle. */
    static final long STUDENT = 5;

    private static final String SERVICE = "/webservice/rest/server.php";

    /**
     * The site that somebody named, if anybody did.
     *
     * @param properties Java's properties: {@code contract.url}, {@code contract.token}, {@code contract.course} and
     *     {@code contract.role}
     * @param environment the environment's variables, of which {@code CONTRACT_TOKEN} stands for the token
     * @throws IllegalArgumentException with a sentence, if the settings are incomplete or wrong
     */
    static Optional<SiteUnderTest> named(UnaryOperator<@Nullable String> properties, Map<String, String> environment) {
        String url = text(properties.apply("contract.url"));
        String token = text(properties.apply("contract.token"));
        if (token.isEmpty()) {
            token = text(environment.get("CONTRACT_TOKEN"));
        }
        if (url.isEmpty() && token.isEmpty()) {
            return Optional.empty();
        }
        if (url.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is a token for a real site, but -Dcontract.url does not say for which.");
        }
        if (token.isEmpty()) {
            throw new IllegalArgumentException("The real site " + url
                    + " needs a token: set CONTRACT_TOKEN in the environment, or -Dcontract.token.");
        }
        String course = text(properties.apply("contract.course"));
        return Optional.of(new SiteUnderTest(
                MoodleSite.of(address(url), token),
                course.isEmpty() ? null : course,
                role(text(properties.apply("contract.role"))),
                false));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static URI address(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("-Dcontract.url is no address: " + url, e);
        }
    }

    private static long role(String id) {
        if (!id.isEmpty() && !id.matches("\\d{1,9}")) {
            throw new IllegalArgumentException("-Dcontract.role has to be the number of a role, not " + id + ".");
        }
        return id.isEmpty() ? STUDENT : Long.parseLong(id);
    }

    /** The program's own client of the site. */
    MoodleClient client() {
        return new MoodleClient(moodle, MoodleClient.httpClient(moodle), new CallLog());
    }

    /** Sends a request as it stands, below the site's own address. */
    WireAnswer send(WireRequest request) throws IOException, InterruptedException {
        if (!request.path().startsWith(SERVICE)) {
            throw new IllegalArgumentException("no request to the web services: " + request.path());
        }
        HttpRequest.Builder http = HttpRequest.newBuilder(
                        URI.create(moodle.service() + request.path().substring(SERVICE.length())))
                .timeout(moodle.timeLimits().call())
                .method(
                        request.method(),
                        request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach(http::setHeader);
        HttpClient carrier = MoodleClient.httpClient(moodle);
        HttpResponse<String> response = carrier.send(http.build(), BodyHandlers.ofString());
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return new WireAnswer(response.statusCode(), headers, response.body());
    }
}
