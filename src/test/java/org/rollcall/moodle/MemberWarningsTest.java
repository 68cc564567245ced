package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemberWarningsTest {

    private static final List<NewMember> MEMBERS =
            List.of(new NewMember(5, 15), new NewMember(5, 1), new NewMember(9, 15), new NewMember(5, 99));

    @Test
    void findTheMemberThatEachIsAbout() {
        Outcome<List<MemberWarning>> outcome = MemberWarnings.assign(
                MEMBERS,
                List.of(
                        warning("3", "record already exists: cohort(id=5 id=15)"),
                        warning("2", "cohort id=9 not exists"),
                        warning("2", "user id=99 not exists")));

        assertThat(outcome)
                .isEqualTo(new Outcome.Done<>(
                        List.of(
                                new MemberWarning(5, 15, "3", "record already exists: cohort(id=5 id=15)", true),
                                new MemberWarning(9, 15, "2", "cohort id=9 not exists", false),
                                new MemberWarning(5, 99, "2", "user id=99 not exists", false)),
                        List.of()));
    }

    @Test
    void giveEachOfTwoAlikeToAnotherMember() {
        List<NewMember> twice = List.of(new NewMember(5, 99), new NewMember(6, 99));

        Outcome<List<MemberWarning>> outcome = MemberWarnings.assign(
                twice, List.of(warning("2", "user id=99 not exists"), warning("2", "user id=99 not exists")));

        assertThat(outcome.map(all -> all.stream().map(MemberWarning::cohortId).toList()))
                .isEqualTo(new Outcome.Done<>(List.of(5L, 6L), List.of()));
    }

    @Test
    void areKeptWhenTheyFitNobody() {
        SiteWarning strange = warning("7", "something new in cohort(id=5 id=151)");

        assertThat(MemberWarnings.assign(MEMBERS, List.of(strange)))
                .isEqualTo(new Outcome.Done<>(List.of(), List.of(strange)));
    }

    private static SiteWarning warning(String code, String message) {
        return new SiteWarning(null, null, code, message);
    }
}
