package org.rollcall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The functions that only a program partner's site has. */
class ProgramPartnerTest {
    private static final SandboxForm VISIBLE_COURSES = SandboxForm.calling("local_wsfunc_get_visible_courses");

    @Nested
    class OnAPartnersSite {
        private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withProgramPartner());

        @AfterEach
        void stop() {
            sandbox.close();
        }

        @Test
        void areNamedByTheService() {
            assertThat(SandboxForm.calling("core_webservice_get_site_info").send(sandbox))
                    .contains("local_wsfunc_get_visible_courses", "core_user_create_users");
        }

        @Test
        void listTheVisibleCoursesWithoutTheSiteItself() {
            assertThat(VISIBLE_COURSES.send(sandbox))
                    .startsWith("{\"courses\":[{\"id\":")
                    .contains("\"shortname\":\"ENG101\"", "\"startdate\":\"0\"")
                    .doesNotContain("\"shortname\":\"practice\"");
        }

        @Test
        void listTheCoursesOfOneCategory() {
            SandboxForm category = SandboxForm.calling("local_wsfunc_get_visible_courses");

            assertThat(category.with("cat", "1").send(sandbox)).contains("ENG101");
            assertThat(category.with("cat", "99").send(sandbox)).isEqualTo("{\"courses\":[]}");
        }
    }

    @Nested
    class OnAStockMoodle {
        @Test
        void areUnknown() {
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())) {
                assertThat(VISIBLE_COURSES.send(sandbox)).contains("invalidrecord", "external_functions");
            }
        }
    }
}
