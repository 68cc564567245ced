package org.rollcall.provision.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.ledger.RowState;
import org.rollcall.ledger.StagedRow;
import org.rollcall.moodle.Account;
import org.rollcall.moodle.Outcome.Refused;
import org.rollcall.provision.PersonFixture;
import org.rollcall.roster.file.Problem;
import org.rollcall.roster.file.Severity;

@DisplayName("What is said of an account that cannot be created")
class AccountProblemsTest {

    private static final Account GRACE =
            new Account(12, "grace", "Grace Hopper", null, null, null, false, true, Map.of(), Map.of());

    private static StagedRow row(Map<String, Object> fields) {
        return new StagedRow(9, RowState.SENDING, PersonFixture.with(fields), "Secret-1", null, false);
    }

    private static Problem error(String column, String value, String code, String sentence) {
        return new Problem(9, column, value, code, sentence, Severity.ERROR);
    }

    private static Refused<?> refusal(String code, String message) {
        return new Refused<>("invalid_parameter_exception", code, message, null);
    }

    @Test
    void namesThePersonWhoGotTheUsername() {
        assertThat(AccountProblems.usernameTaken(row(Map.of()), GRACE))
                .isEqualTo(error(
                        "username",
                        "ada",
                        "username.taken",
                        "The username ada was given to Grace Hopper, with another email address, while this run was"
                                + " under way."));
    }

    @Test
    void tellsThePasswordPolicyButNeverThePassword() {
        Problem problem = AccountProblems.refused(
                row(Map.of()), refusal(Refused.PASSWORD_POLICY, "Passwords must have at least 1 digit(s)."));
        assertThat(problem)
                .isEqualTo(error(
                        "password",
                        "",
                        "password.policy",
                        "The site does not take the password: Passwords must have at least 1 digit(s)."));
        assertThat(problem.toString()).doesNotContain("Secret-1");
    }

    @Test
    void repeatsWhatTheSiteSaysWhereNothingElseIsKnown() {
        assertThat(AccountProblems.refused(
                        row(Map.of()), refusal("invalidparameter", "Invalid parameter value detected")))
                .isEqualTo(error(
                        "",
                        "",
                        "account.refused",
                        "The site refused this account and says only \"Invalid parameter value detected\"."));
    }

    @Test
    void pointsToTheValuesThatOnlyTheSiteCanJudge() {
        StagedRow row = row(Map.of("auth", "ldap", "lang", "tlh", "theme", "plum", "city", "Paris"));
        assertThat(AccountProblems.refused(row, refusal("invalidparameter", "No."))
                        .message())
                .isEqualTo("The site refused this account and says only \"No.\". Look first at auth ldap, lang tlh,"
                        + " theme plum: the site may not know it.");
    }
}
