package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.sandbox.SiteSettings.Maintenance;

/** What becomes of cohorts and memberships when one item of a batch is bad, and where cohorts are found. */
class CohortFunctionsTest {
    private static final String SEED = """
            site: {name: Cohorts, shortname: cohorts}
            categories:
              - {name: Faculty, idnumber: FAC}
            courses:
              - {shortname: C1, fullname: Course 1, category: FAC}
            users:
              - {username: ann, firstname: Ann, lastname: A, email: ann@example.com}
              - {username: ben, firstname: Ben, lastname: B, email: ben@example.com}
              - username: service
                firstname: Web
                lastname: Service
                email: service@example.com
                capabilities:
                  - webservice/rest:use
                  - moodle/cohort:manage
                  - moodle/cohort:view
                  - moodle/course:view
                  - moodle/user:delete
            cohorts:
              - {idnumber: STAFF, name: Staff, description: All staff, members: [ann, ben]}
              - {idnumber: OWNED, name: Owned, component: enrol_foo, members: [ann]}
              - {idnumber: FACULTY, name: faculty staff, description: Of one category, category: FAC}
            tokens:
              - {user: service}
            functions:
              - core_user_delete_users
              - core_cohort_create_cohorts
              - core_cohort_delete_cohorts
              - core_cohort_get_cohort_members
              - core_cohort_search_cohorts
              - core_cohort_add_cohort_members
              - core_cohort_delete_cohort_members
            """;
    private static final String ANN = "3";
    private static final String BEN = "4";
    private static final String STAFF = "1";
    private static final String OWNED = "2";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withSeed(SEED));

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String delete(String... ids) {
        SandboxForm form = SandboxForm.calling("core_cohort_delete_cohorts");
        for (int i = 0; i < ids.length; i++) {
            form.with("cohortids[" + i + "]", ids[i]);
        }
        return form.send(sandbox);
    }

    private static SandboxForm removing(String cohort, String user) {
        return SandboxForm.calling("core_cohort_delete_cohort_members")
                .with("members[0][cohortid]", cohort)
                .with("members[0][userid]", user);
    }

    @Nested
    class DeletingCohorts {
        @ParameterizedTest
        @CsvSource({"999, invalidrecord", "1, invalidrecord", "STAFF, invalidparameter"})
        void keepsAllForOneBadId(String id, String code) {
            assertThat(delete(STAFF, id)).contains("\"errorcode\":\"" + code + "\"");

            assertThat(sandbox.state().cohortIdnumbers()).containsExactly("STAFF", "OWNED", "FACULTY");
            assertThat(sandbox.state().cohortMembers("STAFF")).containsExactly("ann", "ben");
        }

        @Test
        void takesTheMembershipsWithIt() {
            assertThat(delete(STAFF)).isEqualTo("null");

            assertThat(sandbox.state().cohortIdnumbers()).containsExactly("OWNED", "FACULTY");
            assertThat(sandbox.database()
                            .jdbc()
                            .sql("SELECT DISTINCT cohortid FROM mdl_cohort_members")
                            .query(String.class)
                            .list())
                    .containsExactly(OWNED);
        }

        @Test
        void freesTheIdnumber() {
            delete(STAFF);

            assertThat(create("STAFF")).startsWith("[{\"id\":4,");
        }

        @Test
        void takesOneThatAPluginLooksAfter() {
            assertThat(delete(OWNED)).isEqualTo("null");
            assertThat(sandbox.state().cohortIdnumbers()).containsExactly("STAFF", "FACULTY");
        }
    }

    private String create(String... idnumbers) {
        SandboxForm form = SandboxForm.calling("core_cohort_create_cohorts");
        for (int i = 0; i < idnumbers.length; i++) {
            form.with("cohorts[" + i + "][categorytype][type]", "system")
                    .with("cohorts[" + i + "][categorytype][value]", "")
                    .with("cohorts[" + i + "][name]", "New")
                    .with("cohorts[" + i + "][idnumber]", idnumbers[i]);
        }
        return form.send(sandbox);
    }

    @Nested
    class CreatingCohorts {
        @Test
        void tellsOfATooLongIdnumberWithTheContextAmongTheColumns() {
            sandbox.change(settings -> settings.with(new Debug(Debug.NORMAL, false)));

            assertThat(create("NEW", "x".repeat(101)))
                    .contains("INSERT INTO mdl_cohort (name,idnumber,descriptionformat,contextid,description,visible,");
        }

        @ParameterizedTest
        @CsvSource({"STAFF", "staff", "NEW", "OWNED"})
        void keepsNoneForOneIdnumberThatIsTaken(String idnumber) {
            assertThat(create("NEW", idnumber)).contains("\"errorcode\":\"invalidparameter\"");
            assertThat(sandbox.state().cohortIdnumbers()).containsExactly("STAFF", "OWNED", "FACULTY");
        }
    }

    @Nested
    class AddingMembers {
        @Test
        void doesNotTellThatTheSitePolicyIsNotAgreedTo() {
            sandbox.change(settings -> new SiteSettings(
                    settings.name(), settings.debug(), 1000, 9999, Maintenance.OFF, true, true, true, true, false));

            String answer = SandboxForm.calling("core_cohort_add_cohort_members")
                    .with("members[0][cohorttype][type]", "id")
                    .with("members[0][cohorttype][value]", OWNED)
                    .with("members[0][usertype][type]", "id")
                    .with("members[0][usertype][value]", BEN)
                    .send(sandbox);

            assertThat(answer).contains("\"errorcode\":\"Error\",\"message\":\"cohort\\/Error\"");
            assertThat(sandbox.state().cohortMembers("OWNED")).containsExactly("ann");
        }

        @ParameterizedTest
        @CsvSource({
            "shortname, STAFF, username, ann, 1",
            "idnumber, STAFF, email, ann@example.com, 1",
            "idnumber, NOSUCH, username, ann, 2",
            "id, STAFF, username, ann, 2",
            "idnumber, STAFF, username, nosuch, 2",
            "idnumber, STAFF, id, ann, 2",
            "id, 1.5, username, ann, 2",
            "id, 1abc, username, ANN, 3",
            "id, 10e-1, id, 3.0, 3",
            "idnumber, staff, id, 3, 3"
        })
        void warnsOfWhatCannotBeDoneAndKeepsTheOthers(
                String cohortType, String cohort, String userType, String user, String code) {
            String answer = SandboxForm.calling("core_cohort_add_cohort_members")
                    .with("members[0][cohorttype][type]", cohortType)
                    .with("members[0][cohorttype][value]", cohort)
                    .with("members[0][usertype][type]", userType)
                    .with("members[0][usertype][value]", user)
                    .with("members[1][cohorttype][type]", "id")
                    .with("members[1][cohorttype][value]", OWNED)
                    .with("members[1][usertype][type]", "id")
                    .with("members[1][usertype][value]", BEN)
                    .send(sandbox);

            assertThat(answer)
                    .startsWith("{\"warnings\":[{\"warningcode\":\"" + code + "\"")
                    .containsOnlyOnce("warningcode");
            assertThat(sandbox.state().cohortMembers("OWNED")).containsExactly("ann", "ben");
        }
    }

    @Nested
    class RemovingMembers {
        @ParameterizedTest
        @CsvSource({
            "999, 4, invalidrecord",
            "1, 999, invaliduser",
            "STAFF, 4, invalidparameter",
            "1abc, 4, invalidparameter"
        })
        void keepsAllForOneBadItem(String cohort, String user, String code) {
            String answer = removing(STAFF, ANN)
                    .with("members[1][cohortid]", cohort)
                    .with("members[1][userid]", user)
                    .send(sandbox);

            assertThat(answer).contains("\"errorcode\":\"" + code + "\"");
            assertThat(sandbox.state().cohortMembers("STAFF")).containsExactly("ann", "ben");
        }

        @Test
        void passesOverWhoIsNoMember() {
            String answer = removing(OWNED, BEN)
                    .with("members[1][cohortid]", STAFF)
                    .with("members[1][userid]", ANN)
                    .with("members[2][cohortid]", STAFF)
                    .with("members[2][userid]", ANN)
                    .send(sandbox);

            assertThat(answer).isEqualTo("null");
            assertThat(sandbox.state().cohortMembers("STAFF")).containsExactly("ben");
            assertThat(sandbox.state().cohortMembers("OWNED")).containsExactly("ann");
        }

        @Test
        void takesThemFromOneThatAPluginLooksAfter() {
            assertThat(removing(OWNED, ANN).send(sandbox)).isEqualTo("null");
            assertThat(sandbox.state().cohortMembers("OWNED")).isEmpty();
        }

        @Test
        void doesNotKnowADeletedAccount() {
            SandboxForm.calling("core_user_delete_users")
                    .with("userids[0]", BEN)
                    .send(sandbox);
            sandbox.change(settings -> settings.with(new Debug(Debug.NORMAL, false)));

            assertThat(removing(STAFF, BEN).send(sandbox))
                    .contains("\"errorcode\":\"invaliduser\"")
                    .endsWith("\"debuginfo\":\"SELECT * FROM {user} WHERE id = ? AND deleted = ? AND mnethostid = ?"
                            + "\\n[array (\\n  0 => 4,\\n  1 => 0,\\n  2 => '1',\\n)]\"}");
        }
    }

    @Nested
    class Searching {
        private static final Pattern FOUND = Pattern.compile("\"idnumber\":\"(\\w*)\"");

        @BeforeEach
        void addAHiddenCohort() {
            sandbox.database()
                    .jdbc()
                    .sql("INSERT INTO mdl_cohort (name, idnumber, idnumber_key, description, visible)"
                            + " VALUES ('Hidden', 'HIDDEN', 'hidden', 'A_B', 0)")
                    .update();
        }

        private static SandboxForm searching(String query, String level, String id) {
            return SandboxForm.calling("core_cohort_search_cohorts")
                    .with("query", query)
                    .with("context[contextlevel]", level)
                    .with("context[instanceid]", id);
        }

        private static List<String> idnumbers(String answer) {
            return FOUND.matcher(answer).results().map(found -> found.group(1)).toList();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                ''       | all     | FACULTY HIDDEN OWNED STAFF
                0        | all     | FACULTY HIDDEN OWNED STAFF
                STAFF    | all     | FACULTY STAFF
                staff    | self    | STAFF
                ALL s    | parents | STAFF
                a_b      | all     | HIDDEN
                %        | all     | ''
                nosuch   | all     | ''
                """)
        void looksInNameIdnumberAndDescription(String query, String includes, String expected) {
            String answer =
                    searching(query, "system", "0").with("includes", includes).send(sandbox);

            assertThat(String.join(" ", idnumbers(answer))).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "coursecat, 2, self, FACULTY",
            "coursecat, 2, parents, FACULTY HIDDEN OWNED STAFF",
            "coursecat, 1, self, ''",
            "course, 2, parents, FACULTY HIDDEN OWNED STAFF",
            "50, 2, self, ''",
            "user, 3, parents, HIDDEN OWNED STAFF"
        })
        void looksInAContextAndAboveIt(String level, String id, String includes, String expected) {
            String answer = searching("", level, id).with("includes", includes).send(sandbox);

            assertThat(String.join(" ", idnumbers(answer))).isEqualTo(expected);
        }

        @Test
        void leavesOutDescriptionAndThemeOfWhatLiesAbove() {
            assertThat(searching("staff", "coursecat", "2").send(sandbox))
                    .contains("\"idnumber\":\"FACULTY\",\"description\":\"Of one category\",\"descriptionformat\":1,"
                            + "\"visible\":true,\"theme\":\"\",\"customfields\":[]}")
                    .contains("\"idnumber\":\"STAFF\",\"description\":\"\",\"descriptionformat\":1,\"visible\":true,"
                            + "\"customfields\":[]}");
        }

        @Test
        void takesTheFirstLimitForThePageNumber() {
            assertThat(idnumbers(searching("", "system", "0")
                            .with("includes", "all")
                            .with("limitfrom", "1")
                            .with("limitnum", "3")
                            .send(sandbox)))
                    .containsExactly("STAFF");
        }

        @ParameterizedTest
        @CsvSource({
            "coursecat, 9, self, Context does not exist",
            "course, 9, self, Context does not exist",
            "module, 1, self, Context does not exist",
            "planet, 1, self, Invalid context level = planet",
            "'', 0, self, 'Missing parameters, please provide either context level with instance id or contextid'"
        })
        void refusesAContextThatIsNone(String level, String id, String includes, String detail) {
            sandbox.change(settings -> settings.with(new Debug(Debug.NORMAL, false)));

            assertThat(searching("", level, id).with("includes", includes).send(sandbox))
                    .contains("\"errorcode\":\"invalidparameter\"")
                    .endsWith("\"debuginfo\":\"" + detail + "\"}");
        }

        @Test
        void refusesToIncludeWhatItDoesNotKnow() {
            assertThat(searching("", "system", "0").with("includes", "some").send(sandbox))
                    .contains("\"errorcode\":\"codingerror\",\"message\":\"Coding error detected, it must be fixed by a"
                            + " programmer: Invalid parameter value for 'includes'.\"}");
        }
    }
}
