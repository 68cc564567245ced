package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rollcall.moodle.RecordedSite.value;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rollcall.sandbox.Sandbox;
import org.rollcall.sandbox.SandboxOptions;

/** Every function of the client on a site that checks each parameter by name and type, in both formats. */
@DisplayName("On the practice site")
class PracticeSiteTest {

    private static final String LASTNAME = "Ødegård \"漢字\" & O'Neil";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withProgramPartner());

    @AfterEach
    void close() {
        sandbox.close();
    }

    private MoodleClient client(AnswerFormat format) {
        MoodleSite site = MoodleSite.of(sandbox.url(), sandbox.token()).answeringIn(format);
        return new MoodleClient(site, MoodleClient.httpClient(site), new CallLog());
    }

    private static NewUser user(String username) {
        return NewUser.of(username, "Åse", "Berg", username + "@example.org").withPassword("Passw0rd-1");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("accounts are created, updated, found and deleted")
    void users(AnswerFormat format) {
        UserFunctions users = client(format).users();
        long ada = value(users.create(List.of(user("ada").withCustomFields(Map.of("staffid", "S-1")), user("bob"))))
                .get(0)
                .id();
        UserUpdate update = UserUpdate.of(ada)
                .withNames("Ada", LASTNAME)
                .withSuspended(true)
                .with(UserField.CITY, "São Paulo")
                .with(UserField.DEPARTMENT, "");

        assertThat(value(users.update(List.of(update, UserUpdate.of(987_654)))))
                .extracting(UserWarning::userId, UserWarning::code)
                .containsExactly(tuple(987_654L, "invaliduserid"));

        List<Account> found = value(users.byField(AccountField.USERNAME, List.of("ada", "nobody")));
        assertThat(found)
                .extracting(Account::lastname, account -> account.field(UserField.CITY), Account::suspended)
                .containsExactly(tuple(LASTNAME, "São Paulo", true));
        assertThat(found.get(0).field(UserField.DEPARTMENT)).isEmpty();
        assertThat(found.get(0).customFields()).containsOnly(Map.entry("staffid", new CustomField("text", "S-1")));
        assertThat(value(users.search(Map.of(UserCriterion.EMAIL, "ADA@example.org", UserCriterion.AUTH, "manual"))))
                .isEqualTo(found);
        assertThat(value(users.delete(List.of(ada)))).isEqualTo(new Acknowledged(1));
        assertThat(sandbox.state().usernames()).contains("bob").doesNotContain("ada");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("each field that is told of an account comes back as it was set")
    void fields(AnswerFormat format) {
        UserFunctions users = client(format).users();
        Map<UserField, String> set = new EnumMap<>(Map.of(
                UserField.AUTH, "ldap",
                UserField.IDNUMBER, "E-1",
                UserField.LANG, "en",
                UserField.THEME, "boost",
                UserField.TIMEZONE, "Europe/Oslo",
                UserField.MAILFORMAT, "0",
                UserField.CITY, "Oslo & Bergen",
                UserField.COUNTRY, "NO",
                UserField.INTERESTS, "chess, tea",
                UserField.INSTITUTION, "\"漢字\""));
        set.put(UserField.DEPARTMENT, "IT");
        set.put(UserField.ADDRESS, "Main Street 1");
        NewUser ada = user("ada");
        for (Map.Entry<UserField, String> field : set.entrySet()) {
            ada = ada.with(field.getKey(), field.getValue());
        }
        ada = ada.with(UserField.PHONE1, "123").with(UserField.MIDDLENAME, "King");
        assertThat(users.create(List.of(ada)).isDone()).isTrue();

        assertThat(value(users.byField(AccountField.IDNUMBER, List.of("e-1"))))
                .singleElement()
                .extracting(Account::fields)
                .isEqualTo(set);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("cohorts are created, searched, filled, emptied and deleted")
    void cohorts(AnswerFormat format) {
        MoodleClient client = client(format);
        CohortFunctions cohorts = client.cohorts();
        long ada = value(client.users().create(List.of(user("ada")))).get(0).id();
        Cohort created = value(cohorts.create(List.of(new NewCohort("Chœur <b>&</b> 漢字", "CHOIR"))))
                .get(0);

        assertThat(value(cohorts.search("CHOIR"))).containsExactly(created);
        assertThat(value(cohorts.all())).contains(created);
        List<NewMember> members = List.of(new NewMember(created.id(), ada), new NewMember(created.id(), 987_654));
        assertThat(value(cohorts.addMembers(members)))
                .extracting(MemberWarning::userId)
                .containsExactly(987_654L);
        assertThat(value(cohorts.members(List.of(created.id()))))
                .containsExactly(new CohortMembers(created.id(), List.of(ada)));
        assertThat(value(cohorts.removeMembers(List.of(new MemberRemoval(created.id(), ada)))))
                .isEqualTo(new Acknowledged(1));
        assertThat(value(cohorts.members(List.of(created.id()))))
                .containsExactly(new CohortMembers(created.id(), List.of()));
        assertThat(value(cohorts.delete(List.of(created.id())))).isEqualTo(new Acknowledged(1));
        assertThat(sandbox.state().cohortIdnumbers()).doesNotContain("CHOIR");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("people are enrolled, put into groups, and unenrolled")
    void enrolments(AnswerFormat format) {
        MoodleClient client = client(format);
        long ada = value(client.users().create(List.of(user("ada")))).get(0).id();
        long course = value(client.courses().byShortname("ENG101")).get(0).id();

        assertThat(value(client.courses().byIds(List.of(course))))
                .isEqualTo(value(client.courses().byShortname("ENG101")));
        assertThat(value(client.enrolments().enrol(List.of(new Enrolment(ada, course, 5, null, null, false)))))
                .isEqualTo(new Acknowledged(1));
        assertThat(value(client.enrolments().participants(course)))
                .contains(new Participant(ada, List.of(new Role(5, "student"))));
        assertThat(value(client.enrolments().participantIds(course, Participation.ANY)))
                .containsExactly(ada);
        assertThat(value(client.enrolments().coursesOf(ada)))
                .extracting(EnrolledCourse::shortname)
                .containsExactly("ENG101");

        Group group = value(client.groups().create(List.of(new NewGroup(course, "Tutorial 1", "T1"))))
                .get(0);
        assertThat(value(client.groups().addMembers(List.of(new NewGroupMember(group.id(), ada)))))
                .isEqualTo(new Acknowledged(1));
        assertThat(value(client.groups().ofCourse(course))).contains(group);
        assertThat(value(client.groups().members(List.of(group.id()))))
                .containsExactly(new GroupMembers(group.id(), List.of(ada)));

        assertThat(value(client.enrolments().unenrol(List.of(new Unenrolment(ada, course)))))
                .isEqualTo(new Acknowledged(1));
        assertThat(value(client.enrolments().coursesOf(ada))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("participants with access are told from those without, in the order of their ids")
    void participation(AnswerFormat format) {
        MoodleClient client = client(format);
        List<Long> people =
                value(client.users().create(List.of(user("ada"), user("bob"), user("cy"), user("dee")))).stream()
                        .map(CreatedUser::id)
                        .toList();
        long course = value(client.courses().byShortname("ENG101")).get(0).id();
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        Instant tomorrow = yesterday.plus(Duration.ofDays(2));
        assertThat(value(client.enrolments()
                        .enrol(List.of(
                                new Enrolment(people.get(3), course, 5, yesterday, tomorrow, false),
                                new Enrolment(people.get(0), course, 5, null, null, true),
                                new Enrolment(people.get(2), course, 5, tomorrow, null, false),
                                new Enrolment(people.get(1), course, 5, null, null, false)))))
                .isEqualTo(new Acknowledged(4));

        EnrolmentFunctions enrolments = client.enrolments();
        assertThat(value(enrolments.participantIds(course, Participation.ANY))).isEqualTo(people);
        assertThat(value(enrolments.participantIds(course, Participation.ACTIVE)))
                .containsExactly(people.get(1), people.get(3));
        assertThat(value(enrolments.participantIds(course, Participation.SUSPENDED)))
                .containsExactly(people.get(0), people.get(2));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("it is told how far people came")
    void progress(AnswerFormat format) {
        MoodleClient client = client(format);
        long ada = value(client.users().create(List.of(user("ada")))).get(0).id();
        long course = value(client.courses().byShortname("ENG101")).get(0).id();
        assertThat(client.enrolments()
                        .enrol(List.of(new Enrolment(ada, course, 5, null, null, null)))
                        .isDone())
                .isTrue();

        assertThat(value(client.progress().activities(course, ada)))
                .extracting(ActivityCompletion::modName)
                .contains("page", "assign", "quiz");
        assertThat(value(client.progress().course(course, ada)).criteria()).isNotEmpty();
        assertThat(value(client.progress().gradeItems(course, ada)))
                .singleElement()
                .satisfies(grades ->
                        assertThat(grades.items()).extracting(GradeItem::type).contains("mod", "course"));
        List<UserGrades> everybody = new ArrayList<>();
        assertThat(value(client.progress().gradeItems(course, () -> everybody::add)))
                .isEqualTo(everybody.size());
        assertThat(everybody).extracting(UserGrades::userId).contains(ada);
        assertThat(value(client.progress().courseGrades(ada)))
                .extracting(CourseGrade::courseId)
                .containsExactly(course);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("a program partner is told of its students")
    void partner(AnswerFormat format) {
        MoodleClient client = client(format);
        assertThat(PartnerFunctions.missingFrom(value(client.site().info()))).isEmpty();
        long ada = value(client.users().create(List.of(user("ada")))).get(0).id();
        long course = value(client.courses().byShortname("ENG101")).get(0).id();
        long students = value(client.cohorts().search("STUDENTS-2026")).get(0).id();
        assertThat(client.cohorts()
                        .addMembers(List.of(new NewMember(students, ada)))
                        .isDone())
                .isTrue();
        assertThat(client.enrolments()
                        .enrol(List.of(new Enrolment(ada, course, 5, null, null, null)))
                        .isDone())
                .isTrue();

        PartnerFunctions partner = client.partner();
        assertThat(value(partner.users())).extracting(SeenPerson::id).containsExactly(ada);
        assertThat(value(partner.coursesOf(ada)))
                .extracting(PartnerEnrolment::shortname)
                .containsExactly("ENG101");
        assertThat(value(partner.visibleCourses(0)))
                .extracting(VisibleCourse::shortname)
                .contains("ENG101");
        assertThat(value(partner.grades(course, List.of(ada))))
                .extracting(PartnerGradeItem::activityId)
                .contains(PartnerGradeItem.COURSE);
        assertThat(value(partner.activities(course, ada))).isNotEmpty();
        assertThat(partner.lastAccess(ada).isDone()).isTrue();
    }
}
