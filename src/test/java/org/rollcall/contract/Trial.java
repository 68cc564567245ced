package org.rollcall.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.AccountField;
import org.rollcall.moodle.Cohort;
import org.rollcall.moodle.Course;
import org.rollcall.moodle.CreatedUser;
import org.rollcall.moodle.Group;
import org.rollcall.moodle.MoodleClient;
import org.rollcall.moodle.NewUser;
import org.rollcall.moodle.Outcome.Refused;

/**
 * What the steps share: the site, the names under which they make things, and what they have made so far. All names begin
 * with a prefix that is random, so that nothing of anybody else is touched and whatever stays is found.
 */
final class Trial {
    /** An id that no site has. */
    static final long NOBODY = 1_999_999_999L;

    /** How many accounts the steps may make. */
    static final int PEOPLE = 6;

    private final SiteUnderTest site;
    private final MoodleClient client;
    private final String prefix;
    private final List<CreatedUser> people = new ArrayList<>();
    private @Nullable Cohort cohort;
    private @Nullable Group group;
    private @Nullable Course course;

    Trial(SiteUnderTest site) {
        this.site = site;
        this.client = site.client();
        this.prefix = "rollcall-" + UUID.randomUUID().toString().substring(0, 8);
    }

    SiteUnderTest site() {
        return site;
    }

    MoodleClient client() {
        return client;
    }

    /**
     * The functions that the token may call. That of deleting accounts is among them only if its account has the
     * permission as well, without which nobody could be cleared away.
     */
    Set<String> functions() {
        Set<String> functions =
                new TreeSet<>(Outcomes.done(client.site().info()).functions());
        boolean deletes = client.users().delete(List.of(NOBODY)) instanceof Refused<?> refused
                && refused.errorCode().equals("invaliduser");
        if (!deletes) {
            functions.remove("core_user_delete_users");
        }
        return functions;
    }

    /** The people who were given an account, whether or not they still have it. */
    List<CreatedUser> people() {
        return people;
    }

    /** The beginning of every name. */
    String prefix() {
        return prefix;
    }

    /** The username of one of the people, counted from 0. */
    String username(int person) {
        return prefix + "-" + person;
    }

    /** The usernames that the steps may give to anybody. */
    List<String> usernames() {
        return IntStream.range(0, PEOPLE).mapToObj(this::username).toList();
    }

    /** Somebody new. Moodle sends no mail to addresses that end in {@code .invalid} (lib/moodlelib.php). */
    NewUser newUser(int person) {
        return NewUser.of(username(person), "Rollcall", "Contract " + person, email(person))
                .withPassword("Rc#7" + UUID.randomUUID());
    }

    /** The email address of one of the people. */
    String email(int person) {
        return username(person) + "@rollcall.invalid";
    }

    void made(List<CreatedUser> users) {
        people.addAll(users);
        people.sort(Comparator.comparing(CreatedUser::username));
    }

    /** The id of one of the people; skips the step if they could not be made. */
    long person(int person) {
        if (person >= people.size()) {
            throw new TestAbortedException("the accounts for it could not be made");
        }
        return people.get(person).id();
    }

    /** The account of one of the people as it is on the site now. */
    Account account(int person) {
        return Outcomes.done(client.users().byField(AccountField.ID, List.of(String.valueOf(person(person)))))
                .get(0);
    }

    /** Those of the people who have an account, by username. */
    List<Account> accounts() {
        return Outcomes.done(client.users().byField(AccountField.USERNAME, usernames()));
    }

    void made(Cohort newCohort) {
        cohort = newCohort;
    }

    /** The cohort that was made, whether or not it is still there. */
    Optional<Cohort> madeCohort() {
        return Optional.ofNullable(cohort);
    }

    /** The id of the cohort; skips the step if it could not be made. */
    long cohortId() {
        return made(cohort, "cohort").id();
    }

    /** The cohorts of the steps that are on the site now. */
    List<Cohort> cohorts() {
        return Outcomes.done(client.cohorts().search(prefix)).stream()
                .filter(each -> each.idnumber().startsWith(prefix))
                .toList();
    }

    /** The group that was made, whether or not it is still there. */
    Optional<Group> madeGroup() {
        return Optional.ofNullable(group);
    }

    void made(Group newGroup) {
        group = newGroup;
    }

    /** The id of the group; skips the step if it could not be made. */
    long groupId() {
        return made(group, "group").id();
    }

    /** The groups of the steps that are in the course now. */
    List<Group> groups() {
        return Outcomes.done(client.groups().ofCourse(courseId())).stream()
                .filter(each -> each.name().startsWith(prefix))
                .toList();
    }

    private static <T> T made(@Nullable T thing, String what) {
        if (thing == null) {
            throw new TestAbortedException("the " + what + " for it could not be made");
        }
        return thing;
    }

    /** The id of the course to enrol people in; skips the step if none is named. */
    long courseId() {
        String shortname = site.course();
        if (shortname == null) {
            throw new TestAbortedException("-Dcontract.course names no course");
        }
        if (course == null) {
            List<Course> found = Outcomes.done(client.courses().byShortname(shortname));
            if (found.isEmpty()) {
                throw new AssertionError("The site has no course with the short name " + shortname + ".");
            }
            course = found.get(0);
        }
        return course.id();
    }
}
