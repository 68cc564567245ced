package org.rollcall.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteFunctionsTest {

    private final RecordedSite site = new RecordedSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void infoTellsSiteAccountAndFunctions() {
        site.replay("ok.get_site_info");

        SiteInfo info = RecordedSite.value(site.client.site().info());

        assertThat(info.siteName()).isEqualTo("Contract Moodle");
        assertThat(info.username()).isEqualTo("apiuser");
        assertThat(info.userId()).isEqualTo(3);
        assertThat(info.siteAdmin()).isFalse();
        assertThat(info.release()).startsWith("4.5.6");
        assertThat(info.functions()).contains("core_user_create_users", "enrol_manual_enrol_users");
    }
}
