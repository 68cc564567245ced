package org.rollcall.check;

import java.time.Duration;
import java.util.List;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.Outcome;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.operation.Site;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many form fields the site's PHP reads, and what its clock says. */
@Component
@Order(6)
class ServerExamination implements Examination {

    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final MoodleClient moodle;
    private final int maxInputVars;

    ServerExamination(MoodleClient moodle, Site site) {
        this.moodle = moodle;
        this.maxInputVars = site.moodle().maxInputVars();
    }

    @Override
    public List<Finding> look(Scene scene) {
        return List.of(fields(), clock());
    }

    private Finding fields() {
        Outcome<Boolean> outcome = moodle.site().readsAllFields();
        if (outcome instanceof Done<Boolean> done) {
            return done.value()
                    ? Finding.green("Form fields", "The site reads forms of %,d fields.".formatted(maxInputVars))
                    : Finding.red(
                            "Form fields",
                            "The site's PHP reads fewer than %,d fields and drops the rest without a word."
                                    .formatted(maxInputVars),
                            "rollcall.site.max-input-vars in config/application.yml: the max_input_vars of the site's"
                                    + " php.ini");
        }
        return Finding.amber("Form fields", "How many form fields the site reads could not be found out.", null);
    }

    private Finding clock() {
        Duration difference = moodle.site().clockDifference();
        if (difference == null) {
            return Finding.amber("Clock", "The site does not tell the time.", null);
        }
        long seconds = Math.abs(difference.toSeconds());
        return difference.abs().compareTo(TOLERATED) <= 0
                ? Finding.green("Clock", "The site's clock and this machine's agree.")
                : Finding.amber(
                        "Clock",
                        "The site's clock is %,d seconds %s this machine's; enrolments may begin and end at other times"
                                        .formatted(seconds, difference.isNegative() ? "behind" : "ahead of")
                                + " than meant.",
                        "the clock of either machine (time synchronisation)");
    }
}
