package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.roster.file.FileOptions;
import org.rollcall.roster.file.RosterLimits;
import org.rollcall.roster.header.ColumnNames;

@DisplayName("The rules of how rosters are read")
class RosterRulesTest {
    private static final RosterRules RULES = RosterRules.defaults();

    @Test
    void haveAnotherFingerprintForEachChangeOfACellsMeaning() {
        Set<String> fingerprints = new LinkedHashSet<>();
        List<RosterRules> different = List.of(
                RULES,
                RULES.with(new FileOptions(StandardCharsets.UTF_8, null, null)),
                RULES.with(new FileOptions(StandardCharsets.UTF_16, null, null)),
                RULES.with(new FileOptions(null, ';', null)),
                RULES.with(new FileOptions(null, '|', null)),
                RULES.with(new FileOptions(null, null, "Students")),
                RULES.with(new FileOptions(null, null, "-")),
                RULES.with(new DateReading(List.of("dd/MM/yyyy"))),
                RULES.with(new DateReading(List.of("MM/dd/yyyy"))),
                RULES.with(new DateReading(List.of("MM/dd/yyyy", "dd/MM/yyyy"))),
                with(new RowDefaults(true), RepeatedPeople.REJECT),
                with(RowDefaults.none(), RepeatedPeople.MERGE));
        different.forEach(rules -> fingerprints.add(rules.fingerprint()));

        assertThat(fingerprints)
                .hasSameSizeAs(different)
                .allSatisfy(fingerprint -> assertThat(fingerprint).matches("[0-9a-f]{64}"));
    }

    @Test
    void keepTheirFingerprintUnderOtherLimits() {
        assertThat(RULES.within(new RosterLimits(1, 1, 1, 1)).fingerprint()).isEqualTo(RULES.fingerprint());
        assertThat(RosterRules.defaults().fingerprint()).isEqualTo(RULES.fingerprint());
    }

    private static RosterRules with(RowDefaults row, RepeatedPeople people) {
        return new RosterRules(
                RosterLimits.defaults(), FileOptions.none(), ColumnNames.ofMoodle(), row, DateReading.none(), people);
    }
}
