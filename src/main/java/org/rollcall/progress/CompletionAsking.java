package org.rollcall.progress;

import java.util.List;
import java.util.Optional;
import org.rollcall.moodle.ActivityCompletion;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.progress.findings.ReportCourse;
import org.rollcall.progress.findings.SiteQuestion;
import org.springframework.stereotype.Component;

/** Asks what somebody did in a course, by Moodle's own function or by a program partner's. */
@Component
class CompletionAsking {

    private final MoodleClient moodle;
    private final SiteAnswers answers;

    CompletionAsking(MoodleClient moodle, SiteAnswers answers) {
        this.moodle = moodle;
        this.answers = answers;
    }

    /** The activities of a course as somebody has done them; empty where the site does not tell. */
    Optional<List<ActivityCompletion>> activities(
            long runId, SiteQuestion question, ReportCourse course, long account) {
        if (Offer.ACTIVITIES.isIn(question.functions())) {
            return answers.ofCourse(
                    runId,
                    Offer.ACTIVITIES,
                    course.shortname(),
                    () -> moodle.progress().activities(course.id(), account));
        }
        if (Offer.PARTNER_ACTIVITIES.isIn(question.functions())) {
            return answers.ofCourse(
                    runId,
                    Offer.PARTNER_ACTIVITIES,
                    course.shortname(),
                    () -> moodle.partner().activities(course.id(), account));
        }
        return Optional.empty();
    }
}
