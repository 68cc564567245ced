package org.rollcall.moodle;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a call of a web-service function ended. The four ways differ in what has to follow, so a caller has to look at
 * each of them, with {@code instanceof} or with {@link #fold}.
 *
 * @param <T> what the function gives when it is done
 */
public sealed interface Outcome<T> {

    /**
     * The site did what was asked.
     *
     * @param warnings what the site said beside it and could be laid to no single item, mostly nothing
     */
    record Done<T>(T value, List<SiteWarning> warnings) implements Outcome<T> {
        public Done {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The site said no, and nothing of the call was kept. A production site answers most refusals with {@code Invalid
     * parameter value detected} and names neither item nor field, so only splitting the batch finds the culprit.
     *
     * @param exception the site's class of exception, such as {@code core\exception\invalid_parameter_exception};
     *     empty when it was not Moodle but the web server before it that refused
     * @param errorCode Moodle's code, such as {@code invalidparameter}; {@link #PASSWORD_POLICY} where Moodle gives a
     *     password's faults in place of a code, {@link #TOO_LARGE} where the request was too large, empty for an error
     *     of PHP's own, which has no code
     * @param message plain sentences, without HTML
     * @param debugInfo what a site with debugging on adds, which may name the item, and may hold personal data; null
     *     on a production site
     */
    record Refused<T>(
            String exception,
            String errorCode,
            String message,
            @Nullable String debugInfo) implements Outcome<T> {
        /** The code given to a refusal of a password, whose faults are in the message. */
        public static final String PASSWORD_POLICY = "passwordpolicy";

        /** The code given to a request that was too large for the web server or for PHP; a smaller batch may pass. */
        public static final String TOO_LARGE = "requesttoolarge";

        /**
         * Whether the token's account lacks a permission for what the call was about, such as one course. Where all
         * items of a batch are about the same thing, splitting it will find no culprit.
         */
        public boolean lacksPermission() {
            return SiteErrors.isPermission(errorCode);
        }
    }

    /**
     * The call was not carried out, and the same call may be sent again when the reason is gone. A call that only
     * reads also ends so when no attempt brought a whole answer.
     *
     * @param reason a sentence that names the setting to mend, where there is one
     * @param retryAfter how long the site asks to be left alone, or null
     */
    record Unavailable<T>(
            UnavailableKind kind, String reason, @Nullable Duration retryAfter) implements Outcome<T> {}

    /**
     * The call was sent, but no whole answer came back. It may have been carried out, and may still be under way: look
     * at the site, and again a little later, before sending it once more. Only calls that write end so.
     *
     * @param reason a sentence
     */
    record Ambiguous<T>(String reason) implements Outcome<T> {}

    /** Whether the site did what was asked. */
    default boolean isDone() {
        return this instanceof Done;
    }

    /** The same outcome with its value, if it has one, turned into another. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return then(done -> new Done<>(change.apply(done.value()), done.warnings()));
    }

    /** Goes on from a call that is done, and keeps any other outcome as it is. */
    default <R> Outcome<R> then(Function<Done<T>, Outcome<R>> next) {
        return fold(
                next,
                refused ->
                        new Refused<>(refused.exception(), refused.errorCode(), refused.message(), refused.debugInfo()),
                unavailable -> new Unavailable<>(unavailable.kind(), unavailable.reason(), unavailable.retryAfter()),
                ambiguous -> new Ambiguous<>(ambiguous.reason()));
    }

    /** Gives the result of the one function that fits this outcome. */
    default <R> R fold(
            Function<Done<T>, R> whenDone,
            Function<Refused<T>, R> whenRefused,
            Function<Unavailable<T>, R> whenUnavailable,
            Function<Ambiguous<T>, R> whenAmbiguous) {
        if (this instanceof Done<T> done) {
            return whenDone.apply(done);
        }
        if (this instanceof Refused<T> refused) {
            return whenRefused.apply(refused);
        }
        if (this instanceof Unavailable<T> unavailable) {
            return whenUnavailable.apply(unavailable);
        }
        return whenAmbiguous.apply((Ambiguous<T>) this);
    }
}
