package org.rollcall.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which Moodle it is. */
@Component
@Order(1)
class VersionExamination implements Examination {

    private static final String SUBJECT = "Version";
    private static final Pattern MAJOR_MINOR = Pattern.compile("^(\\d+)\\.(\\d+)");

    @Override
    public List<Finding> look(Scene scene) {
        String release = scene.site().release();
        if (release == null) {
            return List.of(Finding.amber(SUBJECT, "The site does not tell its version.", null));
        }
        String sentence = "%s is Moodle %s.".formatted(scene.site().siteName(), release);
        return List.of(
                isOld(release)
                        ? Finding.amber(
                                SUBJECT,
                                sentence + " Rollcall was measured on 4.5; an older one may answer otherwise.",
                                AdminPlace.NOTIFICATIONS.path())
                        : Finding.green(SUBJECT, sentence));
    }

    private static boolean isOld(String release) {
        Matcher matcher = MAJOR_MINOR.matcher(release);
        if (!matcher.find()) {
            return false;
        }
        int major = Integer.parseInt(matcher.group(1));
        return major < 4 || (major == 4 && Integer.parseInt(matcher.group(2)) < 5);
    }
}
