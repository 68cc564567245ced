package org.rollcall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.rollcall.operation.Schedule;

@DisplayName("A file may be taken")
class AdmissionTest {

    private static final Schedule NIGHTLY = Schedule.of("30 2 * * *");
    private static final InboxFolder FOLDER = new InboxFolder("", Path.of("inbox"));
    private static final DroppedFile EARLY = file("early.csv");
    private static final DroppedFile LATE = file("late.csv");

    private final Admission admission = new Admission(ZoneId.of("Europe/Berlin"));

    private static DroppedFile file(String name) {
        return new DroppedFile(
                FOLDER, FOLDER.path().resolve(name), new FileMark(1, FileTime.fromMillis(1), null, null));
    }

    private void look(Schedule schedule, String time, DroppedFile... files) {
        admission.look(FOLDER, schedule, List.of(files), Instant.parse(time));
        admission.retain(List.of(files));
    }

    @Test
    void atAnyTimeWithoutASchedule() {
        look(Schedule.of(""), "2026-11-21T12:00:00Z", EARLY);
        assertThat(admission.isAdmitted(EARLY)).isTrue();
        assertThat(admission.next()).isEmpty();
    }

    @Test
    void underAScheduleIfItLiesThereWhenTheTimeComesByTheClocksOfTheZone() {
        look(NIGHTLY, "2026-11-21T00:00:00Z", EARLY);
        assertThat(admission.isAdmitted(EARLY)).isFalse();
        assertThat(admission.next()).contains(Instant.parse("2026-11-21T01:30:00Z"));
        look(NIGHTLY, "2026-11-21T01:30:00Z", EARLY);
        assertThat(admission.isAdmitted(EARLY)).isTrue();
        look(NIGHTLY, "2026-11-21T01:30:05Z", EARLY, LATE);
        assertThat(admission.isAdmitted(EARLY)).as("not whole yet").isTrue();
        assertThat(admission.isAdmitted(LATE))
                .as("dropped too late for this night")
                .isFalse();
        assertThat(admission.next()).contains(Instant.parse("2026-11-22T01:30:00Z"));
    }

    @Test
    void onceForATimeThatPassedWhileSomethingElseWasWorkedOn() {
        look(NIGHTLY, "2026-11-21T00:00:00Z", EARLY);
        look(NIGHTLY, "2026-11-21T09:00:00Z", EARLY);
        assertThat(admission.isAdmitted(EARLY)).isTrue();
        look(NIGHTLY, "2026-11-21T09:00:01Z");
        look(NIGHTLY, "2026-11-21T09:00:02Z", EARLY);
        assertThat(admission.isAdmitted(EARLY))
                .as("another drop of the same name")
                .isFalse();
    }

    @Test
    void byTheScheduleThatIsWrittenNow() {
        look(NIGHTLY, "2026-11-21T00:00:00Z", EARLY);
        look(Schedule.of("0 12 * * *"), "2026-11-21T02:00:00Z", EARLY);
        assertThat(admission.isAdmitted(EARLY)).isFalse();
        assertThat(admission.next()).contains(Instant.parse("2026-11-21T11:00:00Z"));
    }
}
