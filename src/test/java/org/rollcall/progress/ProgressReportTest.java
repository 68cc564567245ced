package org.rollcall.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;
import tools.jackson.databind.JsonNode;

@DisplayName("A report of progress")
class ProgressReportTest {

    private static final String GRADE_ITEMS = "gradereport_user_get_grade_items";
    private static final String ACTIVITIES = "core_completion_get_activities_completion_status";
    private static final String COURSE_COMPLETION = "core_completion_get_course_completion_status";
    private static final String USERS_COURSES = "core_enrol_get_users_courses";
    private static final String PARTICIPANTS = "core_enrol_get_enrolled_users";

    @TempDir
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private Installation installation;

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Ending report(String... options) {
        Ending ending = installation.command(options);
        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        return ending;
    }

    private Map<String, Long> calls() {
        return installation.sandbox().calls().stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** The lines of progress.csv, each with no more than who, course, enrolment, completion, activities and grade. */
    private List<String> lines(String run) throws IOException {
        List<List<String>> csv = installation.csv(run, "progress.csv");
        List<String> header = csv.get(0);
        List<Integer> columns = List.of(
                        "username", "account", "course", "enrolment", "completion", "activities_done", "grade_shown")
                .stream()
                .map(header::indexOf)
                .toList();
        return csv.stream()
                .skip(1)
                .map(line -> columns.stream().map(line::get).collect(Collectors.joining("|")))
                .toList();
    }

    private List<String> notes(String run) throws IOException {
        return installation
                .summary(run)
                .get("notes")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    @Nested
    @DisplayName("of a cohort")
    class OfACohort {

        @ParameterizedTest(name = "in {0}")
        @ValueSource(strings = {"json", "xml"})
        @DisplayName("shows everybody as what they are, in the courses where somebody is enrolled")
        void showsEverybodyAsWhatTheyAre(String format) throws IOException {
            installation = ProgressSite.in(home);
            installation.settings("site.format: " + format);

            Ending ending = report("progress", "--cohort", ProgressSite.COHORT);

            assertThat(lines(ending.run()))
                    .containsExactly(
                            "cid|active|ENG101|active|not started|0|none",
                            "ann|active|BIO110|active|not tracked||18.00",
                            "ann|active|ENG101|active|complete|3|84.50",
                            "ann|active|MATH201|active|under way|1|none",
                            "ben|active|BIO110|active|not tracked||none",
                            "ben|active|ENG101|active|under way|1|2.00",
                            "ben|active|MATH201|active|not started|0|none",
                            "dee@example.com.1795223255|deleted||not enrolled|||",
                            "eve|active|ENG101|suspended|under way|1|55.00",
                            "fay|suspended|ENG101|active|not started|0|none",
                            "gus|active||not enrolled|||",
                            "hal|active|ENG101|active|under way|0|hidden");
            assertThat(notes(ending.run()))
                    .containsExactly(
                            "The course BIO110 does not track completion.",
                            "The course MATH201 has no conditions of completion, so nobody completes it; its activities"
                                    + " are told.");
            assertThat(ending.out())
                    .contains("8, 3 never came, 2 enrolled in none of the courses, 1 suspended, 1 deleted");
        }

        @Test
        @DisplayName("asks the fewest calls, tells them, and none of them writes")
        void asksTheFewestCalls() throws IOException {
            installation = ProgressSite.in(home);

            Ending ending = report("progress", "--cohort", ProgressSite.COHORT);

            // Of 10 who are enrolled somewhere: 2 in a course without completion, 3 of whom it is told that nothing is
            // done.
            assertThat(calls())
                    .isEqualTo(Map.of(
                            "core_webservice_get_site_info",
                            1L,
                            "core_cohort_get_cohorts",
                            1L,
                            "core_cohort_get_cohort_members",
                            1L,
                            "core_user_get_users_by_field",
                            1L,
                            // everybody but the deleted one
                            USERS_COURSES,
                            7L,
                            // who is there, and who of them is suspended
                            PARTICIPANTS,
                            3 * 2L,
                            // a course each, and the one who is suspended
                            GRADE_ITEMS,
                            3 + 1L,
                            // two courses for what there is to do, and ann twice, ben, eve, hal
                            ACTIVITIES,
                            2 + 5L,
                            // the names of activities of ENG101, and when ann completed it
                            COURSE_COMPLETION,
                            2L));
            JsonNode told = installation.summary(ending.run()).get("calls");
            assertThat(told.get("total").asInt())
                    .isEqualTo(installation.sandbox().calls().size());
            assertThat(told.at("/byFunction/" + USERS_COURSES).asInt()).isEqualTo(7);
        }

        @Test
        @DisplayName("gives each person a line for each course that is named")
        void namedCourses() throws IOException {
            installation = ProgressSite.in(home);

            Ending ending = report("progress", "--cohort", ProgressSite.COHORT, "--course", "eng101", "NEXT400");

            assertThat(lines(ending.run()))
                    .hasSize(2 * 8)
                    .contains(
                            "ann|active|NEXT400|active|not started||none",
                            "gus|active|ENG101|not enrolled|not enrolled||",
                            "gus|active|NEXT400|not enrolled|not enrolled||");
        }

        @Test
        @DisplayName("marks what is new since a day, and says so of nothing before it")
        void marksWhatIsNew() throws IOException {
            installation = ProgressSite.in(home);

            Ending ending =
                    report("progress", "--cohort", ProgressSite.COHORT, "--course", "ENG101", "--since", "2026-09-26");

            JsonNode course = installation.summary(ending.run()).at("/courses/0");
            // ann and hal came on that day or later; ann and ben had their quizzes graded, and ann completed the
            // course.
            assertThat(course.get("cameSince").asInt()).isEqualTo(2);
            assertThat(course.get("didSince").asInt()).isEqualTo(2);
            assertThat(course.get("completedSince").asInt()).isEqualTo(1);
            assertThat(installation.csv(ending.run(), "progress.csv"))
                    .filteredOn(line -> line.get(0).equals("ben"))
                    .singleElement()
                    .satisfies(line -> assertThat(line).endsWith("2026-09-26", "no", "1"));
            assertThat(ending.out()).contains("Came since", "Completed since");
        }

        @Test
        @DisplayName("lists activities and grades one by one, with names, and no hidden value anywhere")
        void listsActivitiesAndGrades() throws IOException {
            installation = ProgressSite.in(home);

            String run = report("progress", "--cohort", ProgressSite.COHORT, "--course", "ENG101")
                    .run();

            assertThat(installation.csv(run, "progress-activities.csv"))
                    .contains(
                            List.of(
                                    "ann",
                                    "Ann Able",
                                    "ENG101",
                                    "Read me first",
                                    "page",
                                    "1",
                                    "done",
                                    "2026-09-21 14:13"),
                            List.of("ann", "Ann Able", "ENG101", "Commas", "quiz", "3", "failed", "2026-09-26 05:20"),
                            List.of("cid", "'=1+1 Cold", "ENG101", "Commas", "quiz", "3", "not done", ""));
            assertThat(installation.csv(run, "progress-grades.csv"))
                    .contains(List.of(
                            "ann",
                            "Ann Able",
                            "ENG101",
                            "First essay",
                            "mod",
                            "2",
                            "81.5",
                            "100",
                            "81.50",
                            "2026-09-27 09:06"))
                    .filteredOn(line -> line.get(0).equals("hal"))
                    .extracting(line -> line.get(3), line -> line.get(6), line -> line.get(8))
                    .containsExactly(tuple("First essay", "", "hidden"), tuple("Course total", "", "hidden"));
        }

        @Test
        @DisplayName("that is empty is a report of nobody")
        void ofNobody() throws IOException {
            installation = ProgressSite.in(home);

            Ending ending = report("progress", "--cohort", "EMPTY-2026");

            assertThat(installation.csv(ending.run(), "progress.csv")).hasSize(1);
            assertThat(ending.out()).contains("People          0");
        }
    }

    @Test
    @DisplayName("of a course is about its people, without those who only teach there")
    void ofACourse() throws IOException {
        installation = ProgressSite.in(home);

        Ending ending = report("progress", "--course", "ENG101");

        assertThat(lines(ending.run()))
                .extracting(line -> line.substring(0, line.indexOf('|')))
                .containsExactly("cid", "ann", "ben", "eve", "fay", "hal");
        assertThat(notes(ending.run()))
                .containsExactly("Left out of the course ENG101: 1 person who only teaches there.");
        assertThat(calls()).doesNotContainKey("core_user_get_users_by_field").containsEntry(GRADE_ITEMS, 2L);
    }

    @Test
    @DisplayName("of several courses has a line for each course that somebody is in")
    void ofCourses() throws IOException {
        installation = ProgressSite.in(home);

        Ending ending = report("progress", "--course", "MATH201", "BIO110");

        assertThat(lines(ending.run()))
                .extracting(line -> line.substring(0, line.indexOf("|active", 12)))
                .containsExactly("ann|active|MATH201", "ann|active|BIO110", "ben|active|MATH201", "ben|active|BIO110");
    }

    @Test
    @DisplayName("asks for grades person by person where the site does not give those of a course in one call")
    void gradesPersonByPerson() throws IOException {
        installation = ProgressSite.in(home);
        installation
                .sandbox()
                .faults()
                .add(FaultRule.next(2, Fault.dropBeforeCall()).of(GRADE_ITEMS));

        Ending ending = report("progress", "--course", "ENG101");

        assertThat(lines(ending.run()))
                .contains(
                        "ann|active|ENG101|active|complete|3|84.50",
                        "hal|active|ENG101|active|under way|0|hidden",
                        "cid|active|ENG101|active|not started|0|none");
        assertThat(notes(ending.run()))
                .contains(
                        "The site did not give the grades of the course ENG101 in one call, so they were asked for person"
                                + " by person.");
    }

    @Nested
    @DisplayName("on a site whose service lacks a function")
    class WhereSomethingIsLacking {

        @ParameterizedTest(name = "{0}")
        @ValueSource(
                strings = {
                    GRADE_ITEMS
                            + " | the grades only those of whole courses are told | ann|active|ENG101|active|complete|3|84.50",
                    ACTIVITIES + " | activities are left out | ann|active|ENG101|active|complete||84.50",
                    COURSE_COMPLETION
                            + " | when a course was completed is left out | ann|active|ENG101|active|complete|3|84.50",
                    USERS_COURSES + " |  | ann|active|ENG101|active|complete|3|84.50",
                    PARTICIPANTS
                            + " | when people last came to a course is left out | ann|active|ENG101|active|complete|3|84.50",
                    "core_user_get_users_by_field | lacks core_user_get_users_by_field | ann|active|ENG101|active|complete|3|84.50",
                })
        @DisplayName("leaves it out and says so, or finds it out otherwise")
        void leavesItOut(String expected) throws IOException {
            String[] parts = expected.split(" \\| ", 3);
            installation = ProgressSite.without(home, parts[0]);

            Ending ending = report("progress", "--cohort", ProgressSite.COHORT, "--course", "ENG101");

            assertThat(lines(ending.run())).contains(parts[2]);
            if (!parts[1].isBlank()) {
                assertThat(notes(ending.run()))
                        .anySatisfy(note -> assertThat(note).contains(parts[1].strip()));
                assertThat(ending.out()).contains(parts[1].strip());
            }
            assertThat(calls()).doesNotContainKey(parts[0]);
        }

        @Test
        @DisplayName("shows what is not told as that, and not as nothing")
        void showsWhatIsNotTold() throws IOException {
            installation = ProgressSite.without(
                    home,
                    GRADE_ITEMS,
                    "gradereport_overview_get_course_grades",
                    ACTIVITIES,
                    COURSE_COMPLETION,
                    USERS_COURSES);

            Ending ending = report("progress", "--cohort", ProgressSite.COHORT, "--course", "ENG101");

            assertThat(lines(ending.run()))
                    .contains(
                            "ann|active|ENG101|active|not told||not told",
                            "cid|active|ENG101|active|not started||not told");
            assertThat(notes(ending.run())).hasSize(3);
        }

        @Test
        @DisplayName("says of a right that the account lacks what could not be read")
        void lacksARight() throws IOException {
            installation = ProgressSite.without(home, "moodle/grade:viewall");

            Ending ending = report("progress", "--cohort", ProgressSite.COHORT, "--course", "ENG101");

            assertThat(lines(ending.run())).contains("ann|active|ENG101|active|complete|3|not told");
            assertThat(notes(ending.run()))
                    .anySatisfy(note -> assertThat(note)
                            .startsWith("The token's account may not read " + GRADE_ITEMS + " of the course ENG101"));
        }
    }

    @Nested
    @DisplayName("on a program partner's site")
    class OfAPartner {

        @Test
        @DisplayName("is made with the partner's functions, in XML")
        void isMadeWithThePartnersFunctions() throws IOException {
            installation = ProgressSite.ofPartner(home);

            Ending ending = report("progress", "--cohort", "our students", "--course", "ENG101", "MATH201");

            assertThat(lines(ending.run()))
                    .contains(
                            "ann|active|ENG101|active|complete|3|84.50",
                            "ben|active|ENG101|active|under way|1|2.00",
                            "cid|active|ENG101|active|not started|0|none",
                            "eve|active|ENG101|not enrolled|not enrolled||",
                            "hal|active|ENG101|active|under way|0|hidden",
                            "gus|active|MATH201|not enrolled|not enrolled||")
                    .hasSize(7 * 2);
            assertThat(calls().keySet())
                    .isEqualTo(Set.of(
                            "core_webservice_get_site_info",
                            "local_wsfunc_programpartner_get_users",
                            "local_wsfunc_get_visible_courses",
                            "local_wsfunc_get_users_courses",
                            "local_wsfunc_get_grades",
                            "core_completion_get_course_activities_completion_status",
                            COURSE_COMPLETION));
            assertThat(calls()).containsEntry("local_wsfunc_get_grades", 2L);
            assertThat(notes(ending.run()))
                    .anySatisfy(note -> assertThat(note).contains("does not tell who is in which cohort"));
        }

        @Test
        @DisplayName("is of those in a course where no cohort is named")
        void isOfACourse() throws IOException {
            installation = ProgressSite.ofPartner(home);

            Ending ending = report("progress", "--course", "MATH201");

            assertThat(lines(ending.run()))
                    .containsExactly(
                            "ann|active|MATH201|active|under way|1|none",
                            "ben|active|MATH201|active|not started|0|none");
        }

        @Test
        @DisplayName("finds the courses where none is named")
        void findsTheCourses() throws IOException {
            installation = ProgressSite.ofPartner(home);

            Ending ending = report("progress", "--cohort", "our students");

            assertThat(lines(ending.run()))
                    .contains("ann|active|BIO110|active|not tracked||18.00", "gus|active||not enrolled|||");
        }
    }
}
