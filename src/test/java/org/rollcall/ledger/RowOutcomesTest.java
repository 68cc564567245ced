package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.ledger.Ledger.course;
import static org.rollcall.ledger.Ledger.error;
import static org.rollcall.ledger.Ledger.row;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.ledger.RowOutcomes.Counts;
import org.rollcall.roster.CohortRequest;
import org.rollcall.roster.CourseRequest;
import org.rollcall.roster.file.Problem;

@DisplayName("What became of rows")
class RowOutcomesTest extends LedgerTest {

    @SuppressWarnings("NullAway.Init")
    private Run run;

    @BeforeEach
    void stage() {
        run = ledger.run("01");
        ledger.stage(
                run,
                row(2, "ada"),
                row(3, "bob", "b@x.org", null, List.of(), List.of(), error(3, "email.invalid")),
                wishing(4, "eve", course(1, "ENG101", null)),
                wishing(5, "dan", new CourseRequest(1, "BIO110", null, "Lab A", null, null, null)),
                row(6, "cy"));
    }

    private static NewRow wishing(int number, String username, CourseRequest course, Problem... problems) {
        return row(
                number,
                username,
                username + "@x.org",
                null,
                List.of(new CohortRequest(1, "STAFF")),
                List.of(course),
                problems);
    }

    private Counts counts() {
        return ledger.outcomes().counts(run.id());
    }

    private void move(int row, MembershipState state) {
        ledger.memberships().moveTo(state, ledger.memberships().ofRow(run.id(), row));
    }

    @Test
    void areOpenAsLongAsTheSiteHasNotBeenAsked() {
        assertThat(counts()).isEqualTo(new Counts(5, 0));
    }

    @Test
    void areOpenAsLongAsSomethingThatTheyAskForIs() {
        ledger.rows().rejected(run.id(), List.of(3));
        ledger.rows().matched(run.id(), Map.of(2, 102L, 4, 104L, 5, 105L));
        ledger.rows().toCreate(run.id(), List.of(6));
        move(5, MembershipState.PRESENT);

        assertThat(counts())
                .as("4 wants two memberships, 5 a group, 6 an account")
                .isEqualTo(new Counts(3, 1));

        move(4, MembershipState.PRESENT);
        ledger.askedGroups()
                .moveTo(
                        MembershipState.PRESENT,
                        ledger.memberships().ofRow(run.id(), 5).subList(1, 2));

        assertThat(counts()).isEqualTo(new Counts(1, 3));
    }

    @Test
    void areUnchangedWhereNothingWasMadeForThem() {
        ledger.rows().rejected(run.id(), List.of(3));
        ledger.rows().matched(run.id(), Map.of(2, 102L, 4, 104L, 5, 105L));
        ledger.rows().created(run.id(), Map.of(6, 106L));
        move(4, MembershipState.DONE);
        move(5, MembershipState.PRESENT);
        ledger.askedGroups()
                .moveTo(
                        MembershipState.PRESENT,
                        ledger.memberships().ofRow(run.id(), 5).subList(1, 2));
        ledger.effects()
                .add(
                        run.id(),
                        List.of(
                                new Effect(EffectKind.ENROLLED, 4, null, 104L, 5L, "ENG101"),
                                new Effect(EffectKind.COHORT_CREATED, 5, null, null, null, "never confirmed"),
                                new Effect(EffectKind.UNENROLLED, null, null, 199L, 5L, "a leaver")));

        assertThat(counts()).as("2 and 5; 4 was enrolled, 6 created").isEqualTo(new Counts(0, 2));
    }

    @Test
    void areNotCountedWhereTheyComeBackInPart() {
        ledger.rows().matched(run.id(), Map.of(2, 102L, 3, 103L, 4, 104L, 5, 105L, 6, 106L));
        move(4, MembershipState.REJECTED);
        move(5, MembershipState.REJECTED);

        assertThat(counts()).isEqualTo(new Counts(0, 3));
    }
}
