package org.rollcall.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.ledger.Ledger.course;
import static org.rollcall.ledger.Ledger.error;
import static org.rollcall.ledger.Ledger.row;
import static org.rollcall.ledger.Ledger.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.roster.CohortRequest;
import org.rollcall.roster.file.Problem;

@DisplayName("Rejects")
class RejectsTest extends LedgerTest {

    @SuppressWarnings("NullAway.Init")
    private Run run;

    /** Row 2 is done, row 3 was rejected, row 4 lacks one of its two memberships, row 5 is done with a warning. */
    @BeforeEach
    void endARun() {
        run = ledger.run("01");
        ledger.stage(
                run,
                row(2, "ada"),
                row(3, "bob", "bob", "Secret-3", List.of(), List.of(), error(3, "email.invalid"), warning(3, "w")),
                row(
                        4,
                        "eve",
                        "eve@x.org",
                        "Secret-4",
                        List.of(new CohortRequest(1, "STAFF")),
                        List.of(course(1, "ENG101", null))),
                row(5, "dan", "dan@x.org", null, List.of(), List.of(), warning(5, "w")));
        ledger.rows().created(run.id(), Map.of(2, 102L, 4, 104L, 5, 105L));
        ledger.rows().rejected(run.id(), List.of(3));
        List<Membership> ofEve = ledger.memberships().ofRow(run.id(), 4);
        ledger.memberships().moveTo(MembershipState.DONE, ofEve.subList(0, 1));
        ledger.memberships().moveTo(MembershipState.REJECTED, ofEve.subList(1, 2));
        ledger.problems()
                .add(run.id(), error(4, "course1.unknown"), ofEve.get(1).id());
    }

    private List<RejectedRow> rejects() {
        List<RejectedRow> rejects = new ArrayList<>();
        ledger.rejects().forEach(run.id(), rejects::add);
        return rejects;
    }

    @Test
    void areTheRowsThatCouldNotBeDoneInTheOrderOfTheFile() {
        assertThat(rejects()).extracting(RejectedRow::number).containsExactly(3, 4);
        assertThat(rejects()).extracting(RejectedRow::whole).containsExactly(true, false);
        assertThat(ledger.rejects().partly(run.id())).isEqualTo(1);
    }

    @Test
    void bringTheirCellsThePasswordApartAndOnlyTheirErrors() {
        RejectedRow bob = rejects().get(0);
        assertThat(bob.cells()).containsExactly("bob", "First", "Last", "bob", null);
        assertThat(bob.password()).isEqualTo("Secret-3");
        assertThat(bob.errors()).extracting(Problem::code).containsExactly("email.invalid");
        assertThat(bob.toString()).doesNotContain("Secret-3");
    }

    @Test
    void bringAllThatARowAskedForDoneOrNot() {
        RejectedRow eve = rejects().get(1);
        assertThat(eve.memberships())
                .extracting(Membership::state)
                .containsExactly(MembershipState.DONE, MembershipState.REJECTED);
        assertThat(eve.errors()).extracting(Problem::code).containsExactly("course1.unknown");
    }

    @Test
    void areCountedOnceWhereSeveralMembershipsFailed() {
        ledger.memberships()
                .moveTo(MembershipState.REJECTED, ledger.memberships().ofRow(run.id(), 4));
        assertThat(ledger.rejects().partly(run.id())).isEqualTo(1);
        assertThat(rejects()).hasSize(2);
    }

    @Test
    void areWholeWhereTheRowWasRejectedWithAllItAskedFor() {
        ledger.rows().rejected(run.id(), List.of(4));
        assertThat(ledger.rejects().partly(run.id())).isZero();
        assertThat(rejects()).extracting(RejectedRow::whole).containsExactly(true, true);
    }

    @Test
    void comeWholeWhereAnyCellMayBeThePasswordWhichTheLedgerKeepsSealed() {
        List<String> cells = List.of("ida", "Ida, Jr", "Secret-6", "ida@x.org");
        NewRow asTold = row(6, "ida", "ida@x.org", null, List.of(), List.of(), error(6, "row.ragged"));
        ledger.stage(run, new NewRow(List.copyOf(cells), true, null, asTold.row(), asTold.problems()));
        ledger.rows().rejected(run.id(), List.of(6));

        assertThat(rejects()).last().satisfies(row -> {
            assertThat(row.cells()).isEqualTo(cells);
            assertThat(row.password()).isNull();
        });
        assertThat(ledger.jdbc().queryForList("SELECT cells || person FROM row_content", String.class))
                .noneMatch(content -> content.contains("Secret-6"));
        assertThat(ledger.jdbc().queryForList("SELECT password FROM row_password", String.class))
                .noneMatch(content -> content.contains("Secret-6"));
    }
}
