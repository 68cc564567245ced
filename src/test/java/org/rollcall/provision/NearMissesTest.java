package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;

/** Names of courses, cohorts and roles that the site does not have, and what it has instead. */
@DisplayName("A name that the site does not have")
class NearMissesTest {

    private static final String REFUSAL =
            "{\"exception\":\"required_capability_exception\",\"errorcode\":\"nopermissions\",\"message\":\"No.\"}";

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending provision(String... wishes) throws IOException {
        List<String> lines = new ArrayList<>(List.of(People.COLUMNS + ",cohort1,course1,role1"));
        for (int i = 0; i < wishes.length; i++) {
            lines.add(People.cells(i + 1) + "," + wishes[i]);
        }
        return installation.command(
                "provision", installation.roster("roster.csv", lines).toString());
    }

    private List<String> sentences(Ending ending) throws IOException {
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
        return installation.csv(ending.run(), "problems.csv").stream()
                .skip(1)
                .map(problem -> problem.get(5))
                .toList();
    }

    @Test
    @DisplayName("is told with what the site has that comes near")
    void told() throws IOException {
        SiteCalls calls = new SiteCalls(installation.sandbox());
        assertThat(sentences(provision(
                        ",ENG-101,",
                        ",Linear algebra,",
                        "students2026,,",
                        "Staff 2026,,",
                        ",ENG101,studnet",
                        ",PHIL300,")))
                .containsExactly(
                        "The site has no course with the short name ENG-101; it has ENG101.",
                        "The site has no course with the short name Linear algebra; that is the full name of the course"
                                + " MATH201, so write MATH201.",
                        "The site has no cohort with the ID number students2026; it has STUDENTS-2026.",
                        "The site has no cohort with the ID number Staff 2026; it has STAFF-2026.",
                        "The role studnet is not known (did you mean student?); the roles that a roster may name are"
                                + " coursecreator, editingteacher, manager, student, teacher (rollcall.site.roles).",
                        "The site has no course with the short name PHIL300.");
        assertThat(calls.count("core_course_get_courses_by_field"))
                .as("one for each course that is asked for with a known role, and one for all")
                .isEqualTo(3 + 1);
    }

    @Test
    @DisplayName("is told without more where the site does not tell its courses")
    void withoutMore() throws IOException {
        try (SiteFront front = SiteFront.of(installation.sandbox().url())) {
            front.reword((function, answer) ->
                    answer.contains("\"ENG101\"") && answer.contains("\"BIO110\"") ? REFUSAL : answer);
            installation.settings(front.url(), "");
            assertThat(sentences(provision(",ENG-101,", "STUDENTS-2026,ENG101,")))
                    .containsExactly("The site has no course with the short name ENG-101.");
            assertThat(SiteContent.participants(installation.sandbox().state(), "ENG101"))
                    .containsExactly("p02");
        }
    }

    @Test
    @DisplayName("costs no further call where every course is there")
    void noFurtherCall() throws IOException {
        SiteCalls calls = new SiteCalls(installation.sandbox());
        assertThat(provision(",ENG101,", ",eng101,").exitCode()).isZero();
        assertThat(calls.count("core_course_get_courses_by_field")).isEqualTo(1);
    }
}
