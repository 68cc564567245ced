package org.rollcall.progress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.rollcall.installation.Installation;
import org.rollcall.installation.PracticeSeed;
import org.rollcall.sandbox.SandboxOptions;

/** An installation whose site is that of {@code site.yml}, where people have come to very different points. */
final class ProgressSite {

    static final String COHORT = "STUDENTS-2026";

    /** Moodle's own functions that a program partner's token does not have. */
    private static final List<String> NOT_FOR_PARTNERS = List.of(
            "core_cohort_get_cohorts",
            "core_cohort_get_cohort_members",
            "core_course_get_courses_by_field",
            "core_enrol_get_enrolled_users",
            "core_enrol_get_users_courses",
            "core_completion_get_activities_completion_status",
            "gradereport_user_get_grade_items",
            "gradereport_overview_get_course_grades");

    private ProgressSite() {}

    static PracticeSeed seed() throws IOException {
        try (InputStream in = Objects.requireNonNull(ProgressSite.class.getResourceAsStream("site.yml"))) {
            return new PracticeSeed(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static Installation in(Path home) throws IOException {
        return Installation.in(home, seed().options());
    }

    static Installation without(Path home, String... entries) throws IOException {
        PracticeSeed seed = seed();
        for (String entry : entries) {
            seed = seed.without(entry);
        }
        return Installation.in(home, seed.options());
    }

    /** A site as a program partner has it: the partner's functions, and few of Moodle's own; it answers in XML. */
    static Installation ofPartner(Path home) throws IOException {
        PracticeSeed seed = seed();
        for (String function : NOT_FOR_PARTNERS) {
            seed = seed.without(function);
        }
        SandboxOptions options = seed.options().withProgramPartner();
        Installation installation = Installation.in(home, options);
        installation.settings("site.format: xml");
        return installation;
    }
}
