package org.rollcall.moodle;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a course's completion, in the language of the token's account.
 *
 * @param type Moodle's number of the kind of condition, such as 4 for an activity and 6 for a course grade
 * @param title the kind of condition, such as {@code Activity completion}
 * @param status such as {@code Yes}, {@code No}, a per cent or a number
 * @param timeCompleted when it was met, or null
 * @param criterion what it is about, such as the activity's name, without HTML
 * @param activityId the course-module id of the activity that it is about, as its link tells, or null
 * @param requirement what has to be done, such as {@code Viewing the page}, without HTML
 */
public record CompletionCriterion(
        long type,
        String title,
        String status,
        boolean complete,
        @Nullable Instant timeCompleted,
        String criterion,
        @Nullable Long activityId,
        String requirement) {

    private static final Pattern ACTIVITY = Pattern.compile("/mod/\\w+/view\\.php\\?id=(\\d{1,18})\"");

    private static @Nullable Long activityId(String link) {
        Matcher matcher = ACTIVITY.matcher(link);
        return matcher.find() ? Long.valueOf(matcher.group(1)) : null;
    }

    static CompletionCriterion from(Answer completion) {
        Answer details = completion.object("details");
        return new CompletionCriterion(
                completion.number("type"),
                completion.text("title"),
                completion.text("status"),
                completion.flag("complete"),
                completion.optionalTime("timecompleted"),
                PlainText.of(details.textOrEmpty("criteria")),
                activityId(details.textOrEmpty("criteria")),
                PlainText.of(details.textOrEmpty("requirement")));
    }
}
