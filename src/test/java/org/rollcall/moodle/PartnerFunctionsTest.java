package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.moodle.RecordedSite.value;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rollcall.moodle.Outcome.Unavailable;

/** A program partner's functions; their answers are as their documents describe them, since no site was recorded. */
class PartnerFunctionsTest {

    private final RecordedSite site = new RecordedSite();
    private final PartnerFunctions partner = site.client.partner();

    @AfterEach
    void close() {
        site.close();
    }

    @Nested
    class OnASiteThatHasThem {

        @Test
        void usersMayHideWhatTheyLike() {
            answer("[{'id':5,'username':'ada','firstname':'Ada','lastname':'L','fullname':'Ada L','email':'a@b.org',"
                    + "'idnumber':'P1','lastaccess':1700000000,'suspended':0,'profileimageurl':'x'},"
                    + "{'id':6,'fullname':'Bob B','lastaccess':0}]");

            assertThat(value(partner.users()))
                    .containsExactly(
                            new SeenPerson(
                                    5,
                                    "ada",
                                    "Ada L",
                                    "Ada",
                                    "L",
                                    "a@b.org",
                                    "P1",
                                    false,
                                    Instant.ofEpochSecond(1_700_000_000),
                                    true),
                            new SeenPerson(6, null, "Bob B", null, null, null, "", null, null, true));
            assertSent("local_wsfunc_programpartner_get_users", Map.of());
        }

        @Test
        void coursesHaveTheTimesOfTheEnrolment() {
            answer("[{'id':2,'shortname':'ENG101','fullname':'English','enrolledusercount':9,'idnumber':'E',"
                    + "'visible':1,'enroltimestart':1700000000,'enroltimeend':0}]");

            assertThat(value(partner.coursesOf(5)))
                    .containsExactly(new PartnerEnrolment(
                            2, "ENG101", "English", "E", true, Instant.ofEpochSecond(1_700_000_000), null, null));
            assertSent("local_wsfunc_get_users_courses", Map.of("userid", "5"));
        }

        @Test
        void visibleCoursesOfACategory() {
            answer(
                    "{'courses':[{'id':2,'category':3,'shortname':'ENG101','fullname':'English','summary':'<p>x</p>'}]}");

            assertThat(value(partner.visibleCourses(0)))
                    .containsExactly(new VisibleCourse(2, 3, "ENG101", "English", null));
            assertSent("local_wsfunc_get_visible_courses", Map.of("cat", "0"));
        }

        @Test
        void gradesOfSeveralStudents() {
            answer("{'items':[{'activityid':'course','itemnumber':0,'scaleid':0,'name':'English','grademin':0,"
                    + "'grademax':100,'gradepass':50.5,'locked':0,'hidden':0,'grades':[{'userid':5,'grade':81.5,"
                    + "'str_grade':'81.50','str_feedback':'<p>Well done</p>','datesubmitted':1700000000,"
                    + "'dategraded':null},{'userid':6,'grade':null,'hidden':1700000000}]}],'outcomes':[]}");

            assertThat(value(partner.grades(2, List.of(5L, 6L))))
                    .containsExactly(new PartnerGradeItem(
                            PartnerGradeItem.COURSE,
                            0L,
                            "English",
                            0.0,
                            100.0,
                            50.5,
                            List.of(
                                    new PartnerGrade(
                                            5,
                                            81.5,
                                            "81.50",
                                            "Well done",
                                            Instant.ofEpochSecond(1_700_000_000),
                                            null,
                                            false),
                                    new PartnerGrade(6, null, "", "", null, null, true))));
            assertSent("local_wsfunc_get_grades", Map.of("courseid", "2", "userids[0]", "5", "userids[1]", "6"));
        }

        @Test
        void lastAccessIsATimeOrNever() {
            answer("{'lastaccess':1700000000}");
            assertThat(value(partner.lastAccess(5))).hasValue(Instant.ofEpochSecond(1_700_000_000));

            answer("{'lastaccess':0}");
            assertThat(value(partner.lastAccess(5))).isEqualTo(Optional.empty());
            assertSent("local_wsfunc_get_lastaccess", Map.of("userid", "5"));
        }

        @Test
        void activitiesTellLessThanMoodlesOwn() {
            answer("{'statuses':[{'cmid':1,'modname':'quiz','instance':4,'state':2,'timecompleted':1700000000,"
                    + "'tracking':2}]}");

            assertThat(value(partner.activities(2, 5)))
                    .containsExactly(new ActivityCompletion(
                            1,
                            "quiz",
                            4,
                            CompletionState.COMPLETE_PASS,
                            Instant.ofEpochSecond(1_700_000_000),
                            CompletionTracking.AUTOMATIC,
                            null,
                            null));
            assertSent(
                    "core_completion_get_course_activities_completion_status", Map.of("courseid", "2", "userid", "5"));
        }

        private void answer(String json) {
            site.stub.replying(StubSite.json(json.replace('\'', '"')));
        }

        private void assertSent(String function, Map<String, String> parameters) {
            assertThat(site.stub.requests.get(0).fields()).containsEntry("wsfunction", function);
            assertThat(site.parameters()).isEqualTo(parameters);
        }
    }

    @Nested
    class OnASiteWithoutThem {

        @Test
        void aCallTellsWhatIsMissing() {
            site.replay("proto.unknown_function");

            assertThat(partner.users())
                    .isEqualTo(new Unavailable<>(
                            UnavailableKind.SERVICE,
                            "The site does not have the function local_wsfunc_programpartner_get_users; it needs the"
                                    + " plugin for program partners (local_wsfunc).",
                            null));
        }

        @Test
        void theSitesOwnListTellsItBeforehand() {
            site.replay("ok.get_site_info");
            SiteInfo info = value(site.client.site().info());

            assertThat(PartnerFunctions.missingFrom(info)).hasSize(6).contains("local_wsfunc_get_grades");
        }
    }

    @Test
    void nothingIsMissingWhereAllAreOffered() {
        SiteInfo info = new SiteInfo(
                "S",
                "https://m.edu",
                1,
                "u",
                "U",
                false,
                null,
                Set.copyOf(PartnerFunctions.missingFrom(
                        new SiteInfo("S", "https://m.edu", 1, "u", "U", false, null, Set.of()))));

        assertThat(PartnerFunctions.missingFrom(info)).isEmpty();
    }
}
