package org.rollcall.progress.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.moodle.CompletionState;

@DisplayName("How far somebody got")
class CourseFindingsTest {

    private static final Instant ONCE = Instant.ofEpochSecond(1_790_000_000);

    /** Columns: what the course tracks, the enrolment, whether the person is tracked, whether the course is complete. */
    @ParameterizedTest(name = "{7}: {0}, {1}, tracked {2}, completed {3}, read {4}, came {5}, did {6}")
    @CsvSource({
        "true,  ACTIVE,    true,  true,  READ,     yes,    some, COMPLETE",
        "true,  ACTIVE,    true,  false, READ,     yes,    some, UNDER_WAY",
        "true,  ACTIVE,    true,  false, READ,     never,  some, UNDER_WAY",
        "true,  ACTIVE,    true,  false, READ,     yes,    none, UNDER_WAY",
        "true,  ACTIVE,    true,  false, READ,     never,  none, NOT_STARTED",
        "true,  ACTIVE,    true,  false, READ,     untold, none, NOT_STARTED",
        ",      ACTIVE,    ,      ,      NOT_TOLD, never,  none, NOT_STARTED",
        ",      ACTIVE,    ,      ,      NOT_TOLD, untold, none, NOT_TOLD",
        ",      ACTIVE,    ,      ,      NOT_TOLD, yes,    none, NOT_TOLD",
        ",      ACTIVE,    ,      ,      READ,     yes,    none, UNDER_WAY",
        "false, ACTIVE,    ,      ,      READ,     yes,    none, NOT_TRACKED",
        "true,  ACTIVE,    false, false, READ,     yes,    none, NOT_TRACKED",
        "true,  SUSPENDED, false, ,      READ,     yes,    some, UNDER_WAY",
        "true,  SUSPENDED, false, ,      READ,     never,  none, NOT_STARTED",
        "true,  NONE,      ,      ,      NOT_TOLD, untold, none, NOT_ENROLLED",
        "true,  NOT_TOLD,  ,      ,      READ,     untold, some, UNDER_WAY",
    })
    void isToldByAllThatIsKnown(
            @Nullable Boolean tracks,
            EnrolmentState enrolment,
            @Nullable Boolean tracked,
            @Nullable Boolean completed,
            Reading activities,
            String came,
            String did,
            HowFar expected) {
        Outline outline = new Outline(new ReportCourse(2, 0, "ENG101", "English", tracks, true), List.of(), List.of());
        Standing standing = new Standing(
                1,
                2,
                enrolment,
                "",
                came.equals("yes") ? ONCE : null,
                !came.equals("untold"),
                tracked,
                completed,
                null,
                null,
                activities,
                Reading.READ);
        Map<Long, ActivityState> done =
                did.equals("some") ? Map.of(7L, new ActivityState(7, CompletionState.COMPLETE, ONCE)) : Map.of();

        assertThat(new CourseFindings(outline, standing, done, Map.of()).howFar())
                .isEqualTo(expected);
    }
}
