package org.rollcall.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.rollcall.moodle.MoodleSite;
import org.rollcall.sandbox.ContractVector;
import org.rollcall.sandbox.Sandbox;
import org.rollcall.sandbox.SandboxOptions;

/** What a real site has to pass, tried on sandboxes as if they were real ones. */
@DisplayName("In place of a real site,")
@TestInstance(Lifecycle.PER_CLASS)
class SandboxSiteTest {
    private final Sandbox recorded =
            Sandbox.start(SandboxOptions.inMemory().withSeed(ContractVector.FOLDER.resolve("site.yml")));
    private final Sandbox practice = Sandbox.start(SandboxOptions.inMemory());

    private final List<Object> contents = contents();

    /** Everything that the contract could leave behind. */
    private List<Object> contents() {
        return Stream.of(recorded, practice)
                .map(Sandbox::state)
                .<Object>flatMap(
                        state -> Stream.of(state.usernames(), state.cohortIdnumbers(), state.enrolments("ENG101")))
                .toList();
    }

    private static SiteUnderTest site(Sandbox sandbox) {
        return new SiteUnderTest(MoodleSite.of(sandbox.url(), sandbox.token()), "ENG101", SiteUnderTest.STUDENT, true);
    }

    @AfterAll
    void leavesTheSandboxesAsTheyWere() {
        try (recorded;
                practice) {
            assertThat(contents()).isEqualTo(contents);
        }
    }

    @Nested
    @DisplayName("a sandbox with the recorded content, read only")
    class RecordedReadOnly extends ReadOnlyContract {
        RecordedReadOnly() throws IOException {}

        @Override
        SiteUnderTest site() {
            return SandboxSiteTest.site(recorded);
        }
    }

    @Nested
    @DisplayName("the practice site, read only")
    class PracticeReadOnly extends ReadOnlyContract {
        PracticeReadOnly() throws IOException {}

        @Override
        SiteUnderTest site() {
            return SandboxSiteTest.site(practice);
        }
    }

    @Nested
    @DisplayName("a sandbox with the recorded content, self-cleaning")
    class RecordedSelfCleaning extends SelfCleaningContract {
        @Override
        SiteUnderTest site() {
            return SandboxSiteTest.site(recorded);
        }
    }

    @Nested
    @DisplayName("the practice site, self-cleaning")
    class PracticeSelfCleaning extends SelfCleaningContract {
        @Override
        SiteUnderTest site() {
            return SandboxSiteTest.site(practice);
        }
    }
}
