package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;

/** The same roster for a site that answers in JSON and for one that answers in XML. */
@DisplayName("A site that answers in XML")
class XmlSiteTest {

    private static final Path FAULTS = Path.of("samples/roster-with-faults.csv").toAbsolutePath();

    /** What a run left behind: on the site, and in its file of rejects. */
    private record Result(int exitCode, SiteContent site, List<List<String>> rejects) {}

    @TempDir
    private Path home;

    private Result provision(String format) throws IOException {
        try (Installation installation = Installation.in(home.resolve(format))) {
            installation.settings("site.format: " + format);
            Ending ending = installation.command("provision", FAULTS.toString());
            Ending again = installation.command("provision", FAULTS.toString());
            assertThat(again.exitCode()).as(again.toString()).isEqualTo(ending.exitCode());
            return new Result(
                    ending.exitCode(),
                    SiteContent.of(installation.sandbox().state()),
                    installation.csv(ending.run(), "rejects.csv"));
        }
    }

    @Test
    @DisplayName("gets the same accounts, members and enrolments, and gives the same rejects")
    void comesToTheSame() throws IOException {
        Result xml = provision("xml");

        assertThat(xml.rejects()).hasSizeGreaterThan(1);
        assertThat(xml).isEqualTo(provision("json"));
    }
}
