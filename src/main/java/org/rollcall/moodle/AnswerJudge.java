package org.rollcall.moodle;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollcall.moodle.Outcome.Ambiguous;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.moodle.Outcome.Unavailable;

/**
 * Tells from status, headers and body how a call ended. Whatever could also stand after a batch that was carried out,
 * such as a proxy's 504 or a page of unknown origin, is ambiguous for a call that writes.
 */
final class AnswerJudge {

    private static final int LARGE_FORM_BYTES = 64 * 1024;

    private static final String POST_MAX_SIZE = "PHP's post_max_size";
    private static final String NO_TOKEN = "invalidtoken";

    private final AnswerFormat format;
    private final AnswerReader reader;

    AnswerJudge(AnswerFormat format) {
        this.format = format;
        this.reader = format.reader();
    }

    /** How an answer's body is read as a tree. */
    interface Reading {
        @Nullable
        Object read(AnswerReader reader, AnswerBytes body);
    }

    Outcome<Answer> judge(WsFunction function, int formBytes, HttpResponse<byte[]> response, Reading reading) {
        int status = response.statusCode();
        AnswerBytes body = new AnswerBytes(response.body());
        if (status == 200) {
            return judgeBody(function, formBytes, body, reading);
        }
        Duration retryAfter = RetryAfter.of(response.headers(), Instant.now());
        return switch (status) {
            case 301, 302, 303, 307, 308 -> Redirects.judge(response);
            case 401, 403, 407 ->
                unavailable(
                        UnavailableKind.SERVICES_OFF,
                        "The site's web services or their REST protocol are switched off, or something before the"
                                + " site keeps calls out (HTTP " + status + ").",
                        null);
            case 408, 425, 429 ->
                unavailable(UnavailableKind.BUSY, "The site asks for patience (HTTP " + status + ").", retryAfter);
            case 413, 414 -> tooLarge("HTTP " + status);
            case 503 -> closed(body, retryAfter);
            default -> other(status);
        };
    }

    private Outcome<Answer> judgeBody(WsFunction function, int formBytes, AnswerBytes body, Reading reading) {
        if (body.isBlank()) {
            return new Ambiguous<>("The site's answer to " + function.wsName() + " is empty.");
        }
        Answer answer;
        try {
            answer = new Answer(reading.read(reader, body), function.wsName());
        } catch (MalformedAnswerException e) {
            return unreadable(function, formBytes, body);
        }
        if (!answer.isException()) {
            return new Done<>(answer, List.of());
        }
        // When PHP drops the form whole, the format goes with it, so that the answer comes in Moodle's own XML.
        boolean mayHaveLostForm = format == AnswerFormat.XML && formBytes > LARGE_FORM_BYTES;
        return mayHaveLostForm && NO_TOKEN.equals(answer.optionalText("errorcode"))
                ? tooLarge(POST_MAX_SIZE)
                : SiteErrors.judge(function, answer);
    }

    private Outcome<Answer> unreadable(WsFunction function, int formBytes, AnswerBytes body) {
        String beginning = body.beginning();
        if (format != AnswerFormat.XML && beginning.contains("<exception class")) {
            return formBytes > LARGE_FORM_BYTES
                    ? tooLarge(POST_MAX_SIZE)
                    : unavailable(
                            UnavailableKind.NOT_MOODLE,
                            "The site does not get what is sent to it; something on the way drops it.",
                            null);
        }
        if (!function.writes() && (beginning.startsWith("<!doctype html") || beginning.startsWith("<html"))) {
            return unavailable(
                    UnavailableKind.NOT_MOODLE,
                    "What answered is a web page and no Moodle web service; check rollcall.site.url.",
                    null);
        }
        return new Ambiguous<>("The site's answer to " + function.wsName() + " is cut off or unreadable.");
    }

    private static Outcome<Answer> closed(AnswerBytes body, @Nullable Duration retryAfter) {
        return body.beginning().contains("maintenance")
                ? unavailable(UnavailableKind.MAINTENANCE, "The site is closed for maintenance.", retryAfter)
                : unavailable(UnavailableKind.BUSY, "The site is overloaded or closed (HTTP 503).", retryAfter);
    }

    private static Outcome<Answer> other(int status) {
        if (status >= 400 && status < 500) {
            return unavailable(
                    UnavailableKind.NOT_MOODLE,
                    "There is no Moodle web service at the site's address (HTTP " + status
                            + "); check rollcall.site.url.",
                    null);
        }
        return new Ambiguous<>("The site, or something before it, failed while it worked (HTTP " + status + ").");
    }

    private static Outcome<Answer> tooLarge(String limit) {
        return new Refused<>("", Refused.TOO_LARGE, "The request is larger than the site takes (" + limit + ").", null);
    }

    private static Outcome<Answer> unavailable(UnavailableKind kind, String reason, @Nullable Duration retryAfter) {
        return new Unavailable<>(kind, reason, retryAfter);
    }
}
