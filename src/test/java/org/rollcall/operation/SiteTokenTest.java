package org.rollcall.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Settings of a folder laid over those of the installation, read as the program reads them. */
@DisplayName("The site of a folder of the inbox")
class SiteTokenTest {

    private static final String MAIN = "https://main.example.edu";
    private static final String OWN = "https://arts.example.edu";

    @TempDir
    private Path folder;

    private final Map<String, Object> environment = new HashMap<>();

    @EnableConfigurationProperties(RollcallSettings.class)
    static class Settings {}

    @BeforeEach
    void setUp() throws IOException {
        Files.createDirectories(folder.resolve("config/inbox"));
        Files.writeString(folder.resolve("main-token"), "maintoken");
        Files.writeString(folder.resolve("arts-token"), "artstoken");
        main("site: {url: '" + MAIN + "', token-file: main-token}");
    }

    private void main(String yaml) throws IOException {
        Files.writeString(folder.resolve("config/application.yml"), "rollcall:\n  " + yaml + "\n");
    }

    private void arts(String yaml) throws IOException {
        Files.writeString(folder.resolve("config/inbox/arts.yml"), "rollcall:\n  " + yaml + "\n");
    }

    /** The site's address and the token that it would be sent. */
    private String opened() throws IOException {
        Home home = new Home(folder);
        SpringApplicationBuilder program = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(new FolderSettings(home, "arts").location())
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("environment of the test", environment)));
        try (ConfigurableApplicationContext context = program.run()) {
            RollcallSettings settings = context.getBean(RollcallSettings.class);
            try (Site site = Site.open(settings.site(), settings.sandbox(), home, context.getEnvironment())) {
                return site.name() + " " + site.moodle().token();
            }
        }
    }

    private void refused(String... parts) {
        assertThatThrownBy(this::opened)
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(parts)
                .hasMessageNotContainingAny("maintoken", "artstoken", "envtoken");
    }

    @Test
    void isTheMainOneWithItsTokenWhereTheFolderNamesNone() throws IOException {
        assertThat(opened()).isEqualTo(MAIN + " maintoken");
        arts("batch-size: 5");
        assertThat(opened()).isEqualTo(MAIN + " maintoken");
        environment.put("ROLLCALL_MOODLE_TOKEN", "envtoken");
        assertThat(opened()).isEqualTo(MAIN + " envtoken");
    }

    @Test
    void isTheMainOneWithATokenOfTheFoldersOwnWhereItHasOne() throws IOException {
        environment.put("ROLLCALL_MOODLE_TOKEN", "envtoken");
        arts("site: {token-file: arts-token}");
        assertThat(opened()).isEqualTo(MAIN + " artstoken");
        environment.put("ROLLCALL_MOODLE_TOKEN_ARTS", "ofarts");
        assertThat(opened()).isEqualTo(MAIN + " ofarts");
    }

    @ParameterizedTest(name = "with the main one in the environment: {0}")
    @ValueSource(booleans = {true, false})
    void ofItsOwnIsNeverSentTheTokenOfAnother(boolean inEnvironment) throws IOException {
        if (inEnvironment) {
            environment.put("ROLLCALL_MOODLE_TOKEN", "envtoken");
        }
        arts("site: {url: '" + OWN + "'}");
        refused("config/inbox/arts.yml", OWN, "ROLLCALL_MOODLE_TOKEN_ARTS", "rollcall.site.token-file");

        arts("site: {url: '" + OWN + "', token-file: arts-token}");
        assertThat(opened()).isEqualTo(OWN + " artstoken");

        environment.put("ROLLCALL_MOODLE_TOKEN_ARTS", "ofarts");
        arts("site: {url: '" + OWN + "'}");
        assertThat(opened()).isEqualTo(OWN + " ofarts");
    }

    @Test
    void ofItsOwnIsNeverSentATokenThatTheEnvironmentPutsInPlaceOfTheFolders() throws IOException {
        environment.put("rollcall.site.token-file", "main-token");
        arts("site: {url: '" + OWN + "', token-file: arts-token}");
        refused("config/inbox/arts.yml", OWN);
    }

    @Test
    void isNotReplacedByOneOfTheEnvironment() throws IOException {
        environment.put("rollcall.site.url", MAIN);
        arts("site: {url: '" + OWN + "', token-file: arts-token}");
        refused("config/inbox/arts.yml names the site \"" + OWN + "\"", "\"" + MAIN + "\"", "rollcall.site.url");
        arts("site: {url: ''}");
        refused("config/inbox/arts.yml names the site \"\"");
    }

    @Test
    void thatIsTheMainOneByNameHasTheMainToken() throws IOException {
        arts("site: {url: '" + MAIN + "'}");
        assertThat(opened()).isEqualTo(MAIN + " maintoken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a;b", "*", "..", ".hidden", "${home}", "a/b", " a"})
    void cannotBeSetUnderANameThatMeansSomethingElse(String name) {
        assertThatThrownBy(() -> new FolderSettings(new Home(folder), name))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("its name may have letters, digits, blanks, dots, - and _ only");
    }
}
