package org.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.rollcall.report.RejectFixture.cells;
import static org.rollcall.report.RejectFixture.error;
import static org.rollcall.report.RejectFixture.inPart;
import static org.rollcall.report.RejectFixture.membership;
import static org.rollcall.report.RejectFixture.whole;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rollcall.ledger.Membership;
import org.rollcall.ledger.MembershipKind;
import org.rollcall.ledger.MembershipState;
import org.rollcall.ledger.RejectedRow;
import org.rollcall.roster.header.ColumnNames;

@DisplayName("The roster's columns in the reject report")
class RejectColumnsTest {

    private static RejectColumns columns(String names) {
        return columns(names, true);
    }

    private static RejectColumns columns(String names, boolean passwords) {
        return new RejectColumns(List.of(names.split("\\|", -1)), ColumnNames.ofMoodle(), passwords);
    }

    @Nested
    @DisplayName("in the header")
    class Header {

        @Test
        void standAsTheyCameWithFourMoreBehind() {
            assertThat(columns(" Email |USERNAME|lastname|firstname|Room|course1")
                            .header())
                    .containsExactly(
                            " Email ",
                            "USERNAME",
                            "lastname",
                            "firstname",
                            "Room",
                            "course1",
                            "reject_row",
                            "reject_columns",
                            "reject_codes",
                            "reject_reasons");
        }

        @Test
        void haveTheAddedOnesOnlyOnceWhenARejectReportIsDroppedAgain() {
            RejectColumns again = columns(
                    "username|firstname|lastname|email|reject_row|reject_columns|REJECT_CODES| reject_reasons ");
            assertThat(again.header())
                    .containsExactly(
                            "username",
                            "firstname",
                            "lastname",
                            "email",
                            "reject_row",
                            "reject_columns",
                            "reject_codes",
                            "reject_reasons");
            assertThat(again.cells(whole(cells("ada|Ada|Lovelace|ada@|3|email|email.invalid|Bad."), null)))
                    .containsExactly("ada", "Ada", "Lovelace", "ada@");
        }
    }

    @Nested
    @DisplayName("in the line of a row that was rejected whole")
    class WholeRow {

        private final RejectColumns columns = columns("username|password|firstname|lastname|email|course1");

        @Test
        void holdTheCellsAsTheyCameAndThePasswordInItsOwn() {
            assertThat(columns.cells(whole(cells(" ADA |-|Ada|Lovelace|ada@|ENG101"), "Secret-1")))
                    .containsExactly(" ADA ", "Secret-1", "Ada", "Lovelace", "ada@", "ENG101");
        }

        @Test
        void areEmptyWhereARaggedRowHasNoMoreCells() {
            assertThat(columns.cells(whole(cells("ada|-|Ada"), null))).containsExactly("ada", "", "Ada", "", "", "");
        }

        @Test
        void leaveSurplusCellsToTheEndOfTheLine() {
            assertThat(columns.surplus(whole(cells("ada|-|Ada|Lovelace|ada@|ENG101|more|yet more"), null)))
                    .containsExactly("more", "yet more");
            assertThat(columns.surplus(whole(cells("ada|-|Ada|Lovelace|ada@|ENG101"), null)))
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("in the line of a row that was done in part")
    class PartOfARow {

        private final RejectColumns columns = columns("username|password|firstname|lastname|email|cohort1|cohort2"
                + "|course1|role1|group1|enrolperiod1|course2|role2|type2|enroltimestart2|enrolstatus2|city");

        private List<String> line(Membership... memberships) {
            return columns.cells(inPart(
                    cells("ada|-|Ada|Lovelace|ada@example.edu|STAFF|NEW|ENG101|tutor|A|30|BIO110|student|1|2026-01-01|0"
                            + "|Paris"),
                    "Secret-1",
                    List.of(memberships)));
        }

        @Test
        void holdThePersonAndOnlyWhatIsStillWanted() {
            assertThat(line(
                            membership(MembershipKind.COHORT, 1, MembershipState.DONE),
                            membership(MembershipKind.COHORT, 2, MembershipState.REJECTED),
                            membership(MembershipKind.COURSE, 1, MembershipState.PRESENT),
                            membership(MembershipKind.COURSE, 2, MembershipState.REJECTED)))
                    .containsExactly(
                            "ada",
                            "",
                            "Ada",
                            "Lovelace",
                            "ada@example.edu",
                            "",
                            "NEW",
                            "",
                            "",
                            "",
                            "",
                            "BIO110",
                            "student",
                            "1",
                            "2026-01-01",
                            "0",
                            "Paris");
        }

        @Test
        void tellACohortFromTheCourseOfTheSameNumber() {
            assertThat(line(
                            membership(MembershipKind.COHORT, 1, MembershipState.REJECTED),
                            membership(MembershipKind.COURSE, 1, MembershipState.DONE)))
                    .contains("STAFF")
                    .doesNotContain("ENG101", "tutor", "30");
        }

        @Test
        void haveNoPasswordSinceTheAccountIsThere() {
            assertThat(line(membership(MembershipKind.COURSE, 1, MembershipState.REJECTED)))
                    .doesNotContain("Secret-1");
        }
    }

    @Nested
    @DisplayName("without passwords")
    class WithoutPasswords {

        private final RejectColumns columns = columns("username|password|firstname|lastname|email", false);

        @Test
        void leaveTheirColumnEmpty() {
            assertThat(columns.cells(whole(cells("ada|-|Ada|Lovelace|ada@"), "Secret-1")))
                    .containsExactly("ada", "", "Ada", "Lovelace", "ada@");
        }

        @Test
        void holdNothingOfARowInWhichAnyCellMayBeThePassword() {
            RejectedRow shifted = whole(cells("ada|Countess|Secret-1|Ada|Lovelace|ada@"), null);
            assertThat(columns.cells(shifted)).containsOnly("");
            assertThat(columns.surplus(shifted)).isEmpty();
            assertThat(columns("username|password|firstname|lastname|email").cells(shifted))
                    .contains("Secret-1");
        }
    }

    @Nested
    @DisplayName("that are at fault")
    class Faulty {

        private final RejectColumns columns =
                columns("Mail|username|email|firstname|lastname|course1|course2|reject_row");

        private Map<Integer, List<String>> faults(String column) {
            return columns.faults(whole(cells("x|ada|ada@|Ada|Lovelace|A|B|3"), null, error(column, "code", "Bad.")));
        }

        @Test
        void areToldByTheirPlace() {
            assertThat(faults("email")).containsExactly(entry(2, List.of("Bad.")));
            assertThat(faults("course2")).containsExactly(entry(6, List.of("Bad.")));
            assertThat(faults("username; course1"))
                    .containsExactly(entry(1, List.of("Bad.")), entry(5, List.of("Bad.")));
        }

        @Test
        void areTheReasonsWhereTheRowIsAtFaultOrAColumnIsNotThere() {
            assertThat(faults("")).containsExactly(entry(10, List.of("Bad.")));
            assertThat(faults("idnumber")).containsExactly(entry(10, List.of("Bad.")));
        }
    }
}
