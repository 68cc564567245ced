package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rollcall.ledger.Ledger.course;
import static org.rollcall.ledger.Ledger.row;
import static org.rollcall.ledger.MembershipKind.COHORT;
import static org.rollcall.ledger.MembershipKind.COURSE;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.roster.CohortRequest;
import org.rollcall.roster.CourseRequest;

@DisplayName("Memberships")
class MembershipsTest extends LedgerTest {

    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 9, 1, 8, 30);

    @SuppressWarnings("NullAway.Init")
    private Run run;

    @SuppressWarnings("NullAway.Init")
    private Memberships memberships;

    /** Row 2 was matched, row 3 is to be created, row 4 was rejected. */
    @BeforeEach
    void stageThree() {
        run = ledger.run("01");
        memberships = ledger.memberships();
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
                        List.of(new CohortRequest(1, "STAFF")),
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

    private Membership ofRow(int row, String column) {
        return memberships.ofRow(run.id(), row).stream()
                .filter(membership -> membership.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void comeBackAsTheRowAskedForThem() {
        Membership course = ofRow(2, "course2");
        assertThat(course)
                .isEqualTo(new Membership(
                        course.id(),
                        2,
                        COURSE,
                        2,
                        "ENG101",
                        "teacher",
                        30,
                        MORNING,
                        true,
                        null,
                        102L,
                        MembershipState.PENDING,
                        new AskedGroup("A", null, null),
                        null));
        Membership cohort = ofRow(3, "cohort1");
        assertThat(cohort)
                .isEqualTo(new Membership(
                        cohort.id(),
                        3,
                        COHORT,
                        1,
                        "STAFF",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        MembershipState.PENDING,
                        null,
                        null));
    }

    private List<Membership> pending(Run of) {
        List<Membership> pending = new ArrayList<>();
        memberships.forEachPending(of.id(), pending::addAll);
        return pending;
    }

    @Test
    void arePassedOverInTheOrderOfTheRosterWhileThoseOfAPageAreMoved() {
        NewRow[] rows = IntStream.rangeClosed(2, 1002)
                .mapToObj(row -> row(
                        row,
                        "p" + row,
                        "p" + row + "@x.org",
                        null,
                        List.of(new CohortRequest(1, "STAFF"), new CohortRequest(2, "STUDENTS")),
                        List.of()))
                .toArray(NewRow[]::new);
        Run large = ledger.run("03");
        ledger.stage(large, rows);
        List<Membership> passed = new ArrayList<>();
        memberships.forEachPending(large.id(), page -> {
            passed.addAll(page);
            memberships.moveTo(MembershipState.PRESENT, page);
        });
        assertThat(passed).hasSize(2002).isSortedAccordingTo(Comparator.comparing(Membership::id));
        assertThat(pending(large)).isEmpty();
        assertThat(pending(run)).hasSize(8);
    }

    @Test
    void areNoLongerPassedOverOnceTheyHaveAVerdict() {
        memberships.moveTo(MembershipState.PRESENT, List.of(ofRow(2, "course2")));
        assertThat(pending(run))
                .extracting(Membership::row, Membership::column)
                .containsExactly(
                        tuple(2, "cohort1"),
                        tuple(2, "cohort3"),
                        tuple(3, "cohort1"),
                        tuple(3, "course1"),
                        tuple(3, "course2"),
                        tuple(4, "cohort1"),
                        tuple(4, "course1"));
    }

    @Test
    void staySendingWhereTheChunkIsRolledBack() {
        List<Membership> wishes = List.of(ofRow(2, "cohort1"), ofRow(3, "cohort1"));
        ledger.rolledBack(() -> {
            memberships.sending(wishes);
            memberships.moveTo(MembershipState.DONE, wishes);
        });
        assertThat(List.of(ofRow(2, "cohort1"), ofRow(3, "cohort1")))
                .extracting(Membership::state)
                .containsOnly(MembershipState.SENDING);
    }

    @Test
    void areCountedByKindAndStateWithoutThoseRejectedWithTheirRow() {
        memberships.moveTo(MembershipState.DONE, List.of(ofRow(2, "cohort1")));
        memberships.moveTo(MembershipState.PRESENT, List.of(ofRow(2, "cohort3")));
        memberships.moveTo(MembershipState.REJECTED, List.of(ofRow(2, "course2"), ofRow(4, "course1")));
        assertThat(memberships.counts(run.id(), COHORT))
                .containsEntry(MembershipState.DONE, 1L)
                .containsEntry(MembershipState.PRESENT, 1L)
                .doesNotContainKey(MembershipState.REJECTED);
        assertThat(memberships.counts(run.id(), COURSE)).containsEntry(MembershipState.REJECTED, 1L);
    }
}
