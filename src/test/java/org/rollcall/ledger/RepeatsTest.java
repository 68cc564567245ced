package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.ledger.Ledger.course;
import static org.rollcall.ledger.Ledger.row;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rollcall.roster.CohortRequest;
import org.rollcall.roster.CourseRequest;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;

@DisplayName("Rows")
class RepeatsTest extends LedgerTest {

    @SuppressWarnings("NullAway.Init")
    private Run run;

    @BeforeEach
    void beginRun() {
        run = ledger.run("01");
    }

    private static NewRow wishing(int number, String username, String course) {
        return row(
                number,
                username,
                username + "@x.org",
                null,
                List.of(new CohortRequest(1, "STAFF")),
                List.of(course(1, course, null)));
    }

    private List<MembershipState> statesOf(int row) {
        return ledger.memberships().ofRow(run.id(), row).stream()
                .map(Membership::state)
                .toList();
    }

    private List<String> codesOf(int row) {
        return ledger.problems().ofRow(run.id(), row).stream()
                .map(Problem::code)
                .toList();
    }

    private Problem repeated(int row, String column, String value, int first) {
        String sentence = "The %s %s is already used in row %d.".formatted(column, value, first);
        return new Problem(row, column, value, column + ".duplicate", sentence, Severity.ERROR);
    }

    @Nested
    @DisplayName("that repeat an earlier row")
    class Repeated {

        @Test
        void nameTheFirstRowForUsernameAndEmailEach() {
            ledger.stage(run, row(2, "ada"), row(3, "bob"), row(4, "ada", "bob@example.org"));
            ledger.repeats().reject(run.id());
            assertThat(ledger.rowsIn(run.id(), RowState.FAULTY)).containsExactly(4);
            assertThat(ledger.problems().ofRow(run.id(), 4))
                    .containsExactly(repeated(4, "username", "ada", 2), repeated(4, "email", "bob@example.org", 3));
        }

        @Test
        void areToldWithoutRegardToCase() {
            ledger.stage(run, row(2, "ada", "Ada@Example.org"), row(3, "ADA", "other@example.org"));
            ledger.stage(run, row(4, "bob", "ADA@EXAMPLE.ORG"), row(5, "ÉMILE", "e@x.org"), row(6, "émile", "f@x.org"));
            ledger.repeats().reject(run.id());
            assertThat(ledger.rowsIn(run.id(), RowState.FAULTY)).containsExactly(3, 4, 6);
        }

        @Test
        void allNameTheFirstWhereThereAreThree() {
            ledger.stage(run, row(2, "ada", "1@x.org"), row(5, "ada", "2@x.org"), row(9, "ada", "3@x.org"));
            ledger.repeats().reject(run.id());
            assertThat(ledger.problems().ofRow(run.id(), 2)).isEmpty();
            assertThat(ledger.problems().ofRow(run.id(), 5)).containsExactly(repeated(5, "username", "ada", 2));
            assertThat(ledger.problems().ofRow(run.id(), 9)).containsExactly(repeated(9, "username", "ada", 2));
        }

        @Test
        void areRepeatsOfAFaultyRowToo() {
            ledger.stage(
                    run,
                    row(2, "ada", "ada@", null, List.of(), List.of(), Ledger.error(2, "email.invalid")),
                    row(3, "ada"));
            ledger.repeats().reject(run.id());
            assertThat(ledger.rowsIn(run.id(), RowState.FAULTY)).containsExactly(2, 3);
            assertThat(ledger.problems().ofRow(run.id(), 3)).containsExactly(repeated(3, "username", "ada", 2));
        }

        @Test
        void areNoneWhereTheValueIsEmptyOrAnotherRunHasIt() {
            Run other = ledger.run("02");
            ledger.stage(other, row(2, "ada"));
            ledger.stage(run, row(2, "ada", ""), row(3, "", ""), row(4, "", "x@x.org"));
            ledger.repeats().reject(run.id());
            assertThat(ledger.rowsIn(run.id(), RowState.FAULTY)).isEmpty();
            assertThat(ledger.rowsIn(other.id(), RowState.FAULTY)).isEmpty();
        }
    }

    @Nested
    @DisplayName("that are merged")
    class Merged {

        @Test
        void leaveTheFirstToStandForThePerson() {
            ledger.stage(run, wishing(2, "ada", "A"), wishing(3, "bob", "A"), wishing(9, "ada", "B"));
            ledger.repeats().merge(run.id(), "student");
            assertThat(ledger.rowsIn(run.id(), RowState.STAGED)).containsExactly(2, 3);
            assertThat(ledger.rowsIn(run.id(), RowState.MERGED)).containsExactly(9);
            assertThat(statesOf(9)).containsExactly(MembershipState.REPEATED, MembershipState.PENDING);
        }

        @Test
        void haveTheirMembershipsWithTheAccountOfTheFirst() {
            ledger.stage(run, wishing(2, "ada", "A"), wishing(9, "ada", "B"));
            ledger.repeats().merge(run.id(), "student");
            ledger.rows().created(run.id(), Map.of(2, 102L));
            assertThat(ledger.memberships().ofRow(run.id(), 9))
                    .filteredOn(Membership::name, "B")
                    .singleElement()
                    .satisfies(wish -> {
                        assertThat(wish.accountId()).isEqualTo(102L);
                        assertThat(wish.state()).isEqualTo(MembershipState.PENDING);
                    });
        }

        @Test
        void areTheSameWhenTheyAreMergedAgain() {
            NewRow contradicting = row(4, "ada", "other@x.org");
            ledger.stage(run, wishing(2, "ada", "A"), wishing(3, "ada", "A"), contradicting);
            ledger.repeats().merge(run.id(), "student");
            ledger.repeats().merge(run.id(), "student");
            assertThat(ledger.rowsIn(run.id(), RowState.MERGED)).containsExactly(3);
            assertThat(codesOf(4)).containsExactly("email.contradicts");
            assertThat(statesOf(3)).containsExactly(MembershipState.REPEATED, MembershipState.REPEATED);
        }

        @Test
        void areOnlyThoseOfTheirRun() {
            Run other = ledger.run("02");
            ledger.stage(other, row(2, "ada"), row(3, "ada"));
            ledger.stage(run, row(2, "bob"), row(3, "ada"));
            ledger.repeats().merge(run.id(), "student");
            assertThat(ledger.rowsIn(run.id(), RowState.MERGED)).isEmpty();
            assertThat(ledger.rowsIn(other.id(), RowState.MERGED)).isEmpty();
        }

        @Test
        void doNotTakeAnEmailFromAnotherUsername() {
            ledger.stage(run, row(2, "ada", "a@x.org"), row(3, "bob", "A@x.org"), row(4, "bob", "b@x.org"));
            ledger.stage(run, row(5, "ada", "A@X.org"));
            ledger.repeats().merge(run.id(), "student");
            assertThat(ledger.rowsIn(run.id(), RowState.FAULTY)).containsExactly(3);
            assertThat(ledger.rowsIn(run.id(), RowState.STAGED)).containsExactly(2, 4);
            assertThat(ledger.rowsIn(run.id(), RowState.MERGED)).containsExactly(5);
        }

        @Test
        void areToldEveryFaultAndNoneThatFollowsFromAnother() {
            NewRow first = row(2, "ada", "ada@x.org");
            NewRow faulty = row(3, "ada", "ada@", null, List.of(), List.of(), Ledger.error(3, "email.invalid"));
            NewRow ragged = row(4, "ada", "x", null, List.of(), List.of(), Ledger.error(4, "row.ragged"));
            NewRow both = row(5, "ada", "other@x.org", null, List.of(), List.of(), Ledger.error(5, "x.invalid"));
            ledger.stage(run, first, faulty, ragged, both);
            ledger.repeats().merge(run.id(), "student");
            assertThat(codesOf(3)).containsExactly("email.invalid");
            assertThat(codesOf(4)).containsExactly("row.ragged");
            assertThat(ledger.rowsIn(run.id(), RowState.FAULTY)).containsExactly(3, 4, 5);
        }

        @Test
        void askForTheSameOnlyOnceWhereTheRoleIsTheDefault() {
            CourseRequest silent = course(1, "A", null);
            CourseRequest same = course(1, "a", "Student");
            CourseRequest other = course(1, "A", "teacher");
            ledger.stage(
                    run,
                    row(2, "ada", "a@x.org", null, List.of(), List.of(silent)),
                    row(3, "ada", "a@x.org", null, List.of(), List.of(same)),
                    row(4, "ada", "a@x.org", null, List.of(), List.of(other)));
            ledger.repeats().merge(run.id(), "student");
            assertThat(statesOf(3)).containsExactly(MembershipState.REPEATED);
            assertThat(statesOf(4)).containsExactly(MembershipState.REJECTED);
            assertThat(codesOf(4)).containsExactly("course1.contradicts");
        }
    }

    @Nested
    @DisplayName("that are settled")
    class Settled {

        @BeforeEach
        void merge() {
            ledger.stage(run, wishing(2, "ada", "A"), wishing(3, "ada", "A"), wishing(4, "bob", "A"));
            ledger.stage(run, wishing(5, "bob", "A"));
            ledger.repeats().merge(run.id(), "student");
        }

        private void end(MembershipState state) {
            ledger.memberships().moveTo(state, ledger.memberships().ofRow(run.id(), 2));
        }

        @Test
        void areRejectedWithTheirPerson() {
            ledger.rows().rejected(run.id(), List.of(4));
            ledger.rows().created(run.id(), Map.of(2, 102L));
            ledger.repeats().settle(run.id());
            ledger.repeats().settle(run.id());
            assertThat(ledger.rowsIn(run.id(), RowState.REJECTED)).containsExactly(4, 5);
            assertThat(ledger.rowsIn(run.id(), RowState.MERGED)).containsExactly(3);
            assertThat(codesOf(5)).containsExactly("person.rejected");
        }

        @Test
        void haveWhatTheFirstRowHas() {
            end(MembershipState.DONE);
            ledger.repeats().settle(run.id());
            assertThat(statesOf(3)).containsOnly(MembershipState.PRESENT);
            assertThat(codesOf(3)).isEmpty();
        }

        @Test
        void lackWhatTheFirstRowLacks() {
            end(MembershipState.REJECTED);
            ledger.repeats().settle(run.id());
            ledger.repeats().settle(run.id());
            assertThat(statesOf(3)).containsOnly(MembershipState.REJECTED);
            assertThat(codesOf(3)).containsExactly("cohort1.first-rejected", "course1.first-rejected");
        }
    }
}
