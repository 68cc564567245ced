package org.rollcall.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.report.RejectFixture.cells;
import static org.rollcall.report.RejectFixture.error;
import static org.rollcall.report.RejectFixture.inPart;
import static org.rollcall.report.RejectFixture.whole;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reasons of a reject")
class RejectReasonsTest {

    @Test
    void areOneEachUnderTheFourColumns() {
        assertThat(RejectReasons.of(whole(cells("ada"), null, error("email", "email.invalid", "The email is wrong."))))
                .containsExactly("7", "email", "email.invalid", "The email is wrong.")
                .hasSameSizeAs(RejectReasons.COLUMNS);
    }

    @Test
    void areAllOfThemInTheOrderInWhichTheyWereFound() {
        assertThat(RejectReasons.of(whole(
                        cells("ada"),
                        null,
                        error("email", "email.invalid", "The email is wrong."),
                        error("country", "country.invalid", "The country is wrong."),
                        error("email", "email.too-long", "The email is too long."))))
                .containsExactly(
                        "7",
                        "email; country",
                        "email.invalid; country.invalid; email.too-long",
                        "The email is wrong. The country is wrong. The email is too long.");
    }

    @Test
    void nameNoColumnWhereItIsTheWholeRow() {
        assertThat(RejectReasons.of(whole(cells("ada"), null, error("", "account.refused", "The site says no."))))
                .containsExactly("7", "", "account.refused", "The site says no.");
    }

    @Test
    void saySoWhereTheRowWasDoneInPart() {
        assertThat(RejectReasons.of(inPart(
                        cells("ada"),
                        null,
                        List.of(),
                        error("course1", "course1.unknown", "There is no such course."))))
                .last()
                .isEqualTo(
                        "The account is there, and what is left out of this line is done; only this could not be done:"
                                + " There is no such course.");
    }
}
