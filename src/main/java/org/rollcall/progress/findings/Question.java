package org.rollcall.progress.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rollcall.roster.Fingerprint;
import org.rollcall.roster.text.Wording;

/**
 * Of whom and of what somebody wants to know how far they got.
 *
 * @param cohort the idnumber of a cohort; null for the people of the courses
 * @param courses the short names of courses; empty for all in which the people of the cohort are enrolled
 * @param since since which day things are marked as new; null for none
 */
public record Question(
        @Nullable String cohort,
        List<String> courses,
        @Nullable LocalDate since) {

    public Question {
        courses = List.copyOf(courses);
    }

    /** What tells it from other questions, whatever the order of its courses. */
    public String fingerprint() {
        Set<String> names = new TreeSet<>();
        courses.forEach(course -> names.add(course.toLowerCase(Locale.ROOT)));
        return new Fingerprint()
                .of("cohort", cohort)
                .of("courses", names)
                .of("since", since)
                .hex();
    }

    /** In words, to stand behind "how far people got:". */
    public String words() {
        List<String> words = new ArrayList<>();
        if (cohort != null) {
            words.add("cohort " + cohort);
        }
        if (!courses.isEmpty()) {
            words.add((courses.size() == 1 ? "course " : "courses ") + Wording.listed(courses));
        }
        if (since != null) {
            words.add("since " + since);
        }
        return String.join(", ", words);
    }
}
