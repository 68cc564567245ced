package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.moodle.RecordedSite.value;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.moodle.Outcome.Done;
import org.rollcall.moodle.Outcome.Refused;

class CohortFunctionsTest {

    private final RecordedSite site = new RecordedSite();
    private final CohortFunctions cohorts = site.client.cohorts();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void allTellsThoseThatShareAnIdnumber() {
        Recording recording = site.replay("cohort.get.no_ids_all");

        List<Cohort> all = value(cohorts.all());

        assertThat(all).hasSize(14).contains(new Cohort(1, "Staff", "STAFF", true));
        assertThat(all).filteredOn(cohort -> cohort.idnumber().equals("DUPC")).hasSize(2);
        site.assertSentAsIn(recording);
    }

    @Test
    void createGivesTheCohorts() {
        Recording recording = site.replay("cohort.create.html_name");

        List<Cohort> created = value(cohorts.create(List.of(new NewCohort("A <b>b</b> & c", "N11"))));

        assertThat(created).containsExactly(new Cohort(18, "A <b>b</b> & c", "N11", true));
        site.assertSentAsIn(recording);
    }

    @Test
    void deleteSendsTheIds() {
        Recording recording = site.replay("ok.delete_cohorts");

        assertThat(value(cohorts.delete(List.of(5L)))).isEqualTo(new Acknowledged(1));
        site.assertSentAsIn(recording);
    }

    @Test
    void searchGivesCohorts() {
        site.replay("ok.search_cohorts");

        assertThat(value(cohorts.search("Cjson")))
                .containsExactly(new Cohort(5, "C json 1", "Cjson1", true), new Cohort(6, "C json 2", "Cjson2", true));
        assertThat(site.parameters())
                .containsEntry("query", "Cjson")
                .containsEntry("context[contextlevel]", "system")
                .containsEntry("context[instanceid]", "0")
                .containsEntry("includes", "all")
                .containsEntry("limitfrom", "0");
    }

    @Test
    void searchGoesOnFromPageToPage() {
        String fullPage = IntStream.range(0, 1000)
                .mapToObj(i -> "{\"id\":" + i + ",\"name\":\"C\",\"idnumber\":\"\",\"visible\":true}")
                .collect(Collectors.joining(",", "{\"cohorts\":[", "]}"));
        site.stub.replying(StubSite.json(fullPage), StubSite.json("{\"cohorts\":[]}"));

        assertThat(cohorts.search("").map(List::size)).isEqualTo(new Done<>(1000, List.of()));
        assertThat(site.stub.requests)
                .extracting(request -> request.fields().get("limitfrom"))
                .containsExactly("0", "1");
    }

    @Test
    void membersAreIds() {
        Recording recording = site.replay("ok.get_cohort_members");

        assertThat(value(cohorts.members(List.of(5L)))).containsExactly(new CohortMembers(5, List.of(15L, 14L)));
        site.assertSentAsIn(recording);
    }

    @Test
    void addMembersTellsWhoWasNotAdded() {
        site.replay("cohort.add.unknown_cohort_id");

        assertThat(value(cohorts.addMembers(List.of(new NewMember(1, 9), new NewMember(9999, 9)))))
                .containsExactly(new MemberWarning(9999, 9, "2", "cohort id=9999 not exists", false));
        assertThat(site.parameters())
                .containsEntry("members[0][cohorttype][type]", "id")
                .containsEntry("members[0][cohorttype][value]", "1")
                .containsEntry("members[1][usertype][type]", "id")
                .containsEntry("members[1][usertype][value]", "9");
    }

    @Test
    void removeMembersSendsCohortsAndAccounts() {
        Recording recording = site.replay("ok.delete_cohort_members");

        assertThat(value(cohorts.removeMembers(List.of(new MemberRemoval(5, 15)))))
                .isEqualTo(new Acknowledged(1));
        site.assertSentAsIn(recording);
    }

    @Test
    void removeMembersIsDoneForSomebodyWhoIsNoMember() {
        Recording recording = site.replay("cohort.delmember.not_a_member");

        assertThat(value(cohorts.removeMembers(List.of(new MemberRemoval(2, 8), new MemberRemoval(2, 9)))))
                .isEqualTo(new Acknowledged(2));
        site.assertSentAsIn(recording);
    }

    @ParameterizedTest
    @CsvSource({
        "cohort.delmember.unknown_cohort_rollback, invalidrecord, false",
        "cohort.delmember.unknown_user_rollback, invaliduser, false",
        "nocap.delete_cohort_members, nopermissions, true",
    })
    void removeMembersIsRefusedWhole(String recording, String code, boolean lacksPermission) {
        site.replay(recording);

        assertThat(cohorts.removeMembers(List.of(new MemberRemoval(2, 9), new MemberRemoval(9999, 10))))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.errorCode()).isEqualTo(code);
                    assertThat(refused.lacksPermission()).isEqualTo(lacksPermission);
                });
    }
}
