package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rollcall.ledger.Ledger.course;
import static org.rollcall.ledger.Ledger.row;
import static org.rollcall.ledger.MembershipKind.COHORT;
import static org.rollcall.ledger.MembershipKind.COURSE;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.roster.CohortRequest;
import org.rollcall.roster.CourseRequest;

@DisplayName("Wishes")
class WishesTest extends LedgerTest {

    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 9, 1, 8, 30);

    @SuppressWarnings("NullAway.Init")
    private Run run;

    @SuppressWarnings("NullAway.Init")
    private Wishes wishes;

    /** Row 2 was matched, row 3 is to be created, row 4 was rejected. */
    @BeforeEach
    void stageThree() {
        run = ledger.run("01");
        wishes = ledger.wishes();
        ledger.stage(
                run,
                row(
                        2,
                        "ada",
                        "ada@x.org",
                        null,
                        List.of(new CohortRequest(1, "Staff"), new CohortRequest(3, "NEW")),
                        List.of(new CourseRequest(2, "ENG101", "teacher", "A", 30, MORNING, true))),
                row(
                        3,
                        "bob",
                        "bob@x.org",
                        null,
                        List.of(new CohortRequest(1, "STAFF"), new CohortRequest(2, "NEW")),
                        List.of(course(1, "eng101", null), course(2, "BIO110", "Teacher"))),
                row(
                        4,
                        "eve",
                        "eve@x.org",
                        null,
                        List.of(new CohortRequest(1, "LOST")),
                        List.of(course(1, "ENG101", "teacher"))));
        ledger.rows().matched(run.id(), Map.of(2, 102L));
        ledger.rows().toCreate(run.id(), List.of(3));
        ledger.rows().rejected(run.id(), List.of(4));
    }

    private static List<String> names(List<StagedWish> wishes) {
        return wishes.stream().map(staged -> staged.wish().name()).toList();
    }

    @Test
    void standOnceEachInTheOrderOfTheRosterForRejectedRowsToo() {
        assertThat(wishes.ofRun(run.id()))
                .extracting(StagedWish::wish)
                .extracting(Wish::kind, Wish::name, Wish::role)
                .containsExactly(
                        tuple(COHORT, "Staff", null),
                        tuple(COHORT, "NEW", null),
                        tuple(COURSE, "ENG101", "teacher"),
                        tuple(COHORT, "STAFF", null),
                        tuple(COURSE, "eng101", null),
                        tuple(COURSE, "BIO110", "Teacher"),
                        tuple(COHORT, "LOST", null),
                        tuple(COURSE, "ENG101", "teacher"));
        assertThat(wishes.ofRun(run.id()).get(2).wish())
                .isEqualTo(new Wish(COURSE, "ENG101", "teacher", "A", 30, MORNING, true));
    }

    @Test
    void areFoundUnderAnyCaseOfTheirName() {
        wishes.found(run.id(), COHORT, "staff", 41);
        wishes.found(run.id(), COURSE, "Eng101", 7);
        assertThat(wishes.ofRun(run.id()))
                .extracting(StagedWish::targetId)
                .containsExactly(41L, null, 7L, 41L, 7L, null, null, 7L);
    }

    @Test
    void areMissedUntilTheyAreFoundAndOnlyForRowsNotRejected() {
        wishes.found(run.id(), COHORT, "STAFF", 41);
        wishes.found(run.id(), COURSE, "NEW", 7);
        assertThat(names(wishes.notFound(run.id()))).containsExactly("NEW", "ENG101", "eng101", "BIO110");
        wishes.found(run.id(), COURSE, "ENG101", 7);
        wishes.found(run.id(), COURSE, "BIO110", 8);
        wishes.found(run.id(), COHORT, "NEW", 42);
        assertThat(wishes.notFound(run.id())).isEmpty();
    }

    @Test
    void areOfKnownPeopleWhereAPendingMembershipOfAnAccountAsksForWhatWasFound() {
        assertThat(wishes.ofKnownPeople(run.id())).isEmpty();
        wishes.found(run.id(), COHORT, "STAFF", 41);
        wishes.found(run.id(), COURSE, "ENG101", 7);
        assertThat(names(wishes.ofKnownPeople(run.id()))).containsExactly("Staff", "ENG101");
        Membership cohort = ledger.memberships().ofRow(run.id(), 2).get(0);
        ledger.memberships().moveTo(MembershipState.PRESENT, List.of(cohort));
        assertThat(names(wishes.ofKnownPeople(run.id()))).containsExactly("ENG101");
    }

    @Test
    void ofAnotherRunAreNotTouched() {
        Run other = ledger.run("02");
        ledger.stage(other, row(2, "ada", "ada@x.org", null, List.of(new CohortRequest(1, "STAFF")), List.of()));
        wishes.found(other.id(), COHORT, "STAFF", 99);
        assertThat(wishes.ofRun(run.id())).extracting(StagedWish::targetId).containsOnlyNulls();
        assertThat(names(wishes.ofRun(other.id()))).containsExactly("STAFF");
        assertThat(ledger.memberships().ids(other.id()).first())
                .isGreaterThan(ledger.memberships().ids(run.id()).last());
    }
}
