package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.sandbox.SandboxState;

/** Gives every command of the walk-through in {@code samples/README.md}, and holds its lines against what is printed. */
@DisplayName("The story of a term")
class TermStoryTest {

    private static final String COMMAND = "    $ ./run.sh ";
    private static final Map<String, Integer> OTHER_ENDINGS = Map.of("samples/term/5-bad-export/students.csv", 5);

    @TempDir
    private Path home;

    /** A command of the walk-through and the lines that it shows of the output. */
    private record Scene(List<String> command, List<String> shown) {}

    @Test
    @DisplayName("goes line by line as the walk-through tells it")
    void asTold() throws IOException {
        String today = LocalDate.now(ZoneOffset.UTC) + "-$1";
        List<String> text = Files.readAllLines(Path.of("samples/README.md")).stream()
                .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\d-(\\d{4})", today))
                .toList();
        List<Scene> scenes = scenes(text.subList(text.indexOf("## A term"), text.size()));
        assertThat(scenes).hasSize(9);
        try (Installation installation = Installation.in(home)) {
            String settings = Files.readString(Path.of("samples/term/application.yml"));
            installation.settings(settings.substring(settings.indexOf("  create-missing-cohorts"))
                    .indent(-2));
            for (Scene scene : scenes) {
                Ending ending = installation.command(scene.command().toArray(String[]::new));
                String last = scene.command().get(scene.command().size() - 1);
                assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(OTHER_ENDINGS.getOrDefault(last, 0));
                assertThat(ending.out().lines())
                        .as(scene.command().toString())
                        .satisfies(lines -> scene.shown()
                                .forEach(
                                        shown -> assertThat(lines).as(shown).anyMatch(line -> line.startsWith(shown))));
            }
            SandboxState site = installation.sandbox().state();
            assertThat(site.cohortMembers("TERM-2026"))
                    .hasSize(26)
                    .contains("finn.oneill", "sven.eriksson", "zofia.lewandowska");
            assertThat(SiteContent.participants(site, "BIO110"))
                    .contains("amina.diallo")
                    .doesNotContain("dmitri.volkov");
        }
    }

    private static List<Scene> scenes(List<String> text) {
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            if (text.get(i).startsWith(COMMAND)) {
                List<String> shown = text.subList(i + 1, text.size()).stream()
                        .takeWhile(line -> line.startsWith("    "))
                        .map(line -> line.substring(4))
                        .toList();
                scenes.add(new Scene(
                        List.of(text.get(i).substring(COMMAND.length()).split(" ")), shown));
            }
        }
        return scenes;
    }
}
