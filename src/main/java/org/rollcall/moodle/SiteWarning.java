package org.rollcall.moodle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the site said beside an answer.
 *
 * @param item what the warning is about, such as {@code user}, or null
 * @param itemId the id of that, or null
 * @param code Moodle's warning code, such as {@code 3} or {@code invaliduserid}
 * @param message plain sentences, without HTML
 */
public record SiteWarning(@Nullable String item, @Nullable Long itemId, String code, String message) {

    /** The warnings of an answer that is an object with a list of that name. */
    static List<SiteWarning> listFrom(Answer answer) {
        return answer.list("warnings").stream().map(SiteWarning::from).toList();
    }

    private static SiteWarning from(Answer warning) {
        return new SiteWarning(
                warning.optionalText("item"),
                warning.optionalNumber("itemid"),
                warning.text("warningcode"),
                PlainText.ofMessage(warning.text("message")));
    }
}
