package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.report.page.PageStructure;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;
import tools.jackson.databind.JsonNode;

@DisplayName("The page on a run")
class ReportPageTest {

    private static final String HEADER = "username,firstname,lastname,email,password,idnumber,cohort1,course1";

    @TempDir
    private Path home;

    private Installation installation;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private Document page(Ending ending) throws IOException {
        Path file = installation.report(ending.run(), "report.html");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Document page = Jsoup.parse(Files.readString(file));
        PageStructure.check(page);
        return page;
    }

    private Path roster(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        return installation.roster("roster.csv", lines);
    }

    private static List<String> numbers(Document page, String what) {
        return page.select("table.counts tr:has(th:containsOwn(" + what + ")), table.counts tr:has(span:containsOwn("
                        + what + "))")
                .select("td.number")
                .eachText();
    }

    @Test
    @DisplayName("says of one that went well what was done, and where")
    void clean() throws IOException {
        Ending ending = installation.command(
                "provision",
                roster(
                                "ada,Ada,Lovelace,ada@example.org,Passw0rd-1,01,STUDENTS-2026,ENG101",
                                "bob,Bob,Kahn,bob@example.org,Passw0rd-2,02,STUDENTS-2026,BIO110")
                        .toString());

        assertThat(ending.exitCode()).as(ending.toString()).isZero();
        Document page = page(ending);
        assertThat(page.select("h1").text()).isEqualTo("All 2 rows done");
        assertThat(page.select(".status").text()).isEqualTo("Done");
        assertThat(page.select("dl.facts").text()).contains("roster.csv", "CSV text, UTF-8, separated by commas");
        assertThat(numbers(page, "Rows")).containsExactly("2", "0", "0");
        assertThat(numbers(page, "Cohort members")).containsExactly("2", "0", "0");
        assertThat(numbers(page, "Enrolments")).containsExactly("2", "0", "0");
        assertThat(page.select("#problems, #rejects, #warnings, #history, #plan"))
                .isEmpty();
        assertThat(page.select("#places tbody th").eachText()).containsExactly("STUDENTS-2026", "BIO110", "ENG101");
        assertThat(page.select("#work").text()).contains("created accounts", "core_user_create_users");
        assertThat(page.text()).doesNotContain("Passw0rd");
    }

    @Test
    @DisplayName("tells rows that needed nothing from those that did, and what the last runs came to")
    void unchanged() throws IOException {
        String ada = "ada,Ada,Lovelace,ada@example.org,Passw0rd-1,01,STUDENTS-2026,ENG101";
        installation.command("provision", roster(ada).toString());
        Ending second = installation.command(
                "provision",
                roster(ada, "bob,Bob,Kahn,bob@example.org,Passw0rd-2,02,,BIO110")
                        .toString());
        Ending third = installation.command(
                "provision",
                roster(ada, "bob,Bob,Kahn,bob@example.org,Passw0rd-2,02,,BIO110")
                        .toString());

        assertThat(numbers(page(second), "Rows")).containsExactly("1", "1", "0");
        assertThat(installation.summary(second.run()).at("/rows/unchanged").asInt())
                .isEqualTo(1);
        Document page = page(third);
        assertThat(page.select("h1").text()).isEqualTo("All 2 rows done; nothing had changed");
        assertThat(numbers(page, "Rows")).containsExactly("0", "2", "0");
        assertThat(page.select("svg.spark g")).hasSize(3);
        assertThat(page.select("#history tbody tr").eachText())
                .hasSize(3)
                .last()
                .asString()
                .contains(third.run(), "done 2 2 2 0");
    }

    @Nested
    @DisplayName("of a roster whose cells would like to be HTML")
    class Escaped {

        private static final List<String> HOSTILE = List.of(
                "<script>document.title='owned'</script>",
                "</td></tr></table><h1>Owned</h1>",
                "\" onmouseover=\"alert(1)",
                "' autofocus onfocus='alert(1)",
                "&lt;b&gt; &amp; ${7*7} [[${7*7}]] __${7*7}__",
                "עברית\u202Eevil\u202C العربية",
                "👩\u200D🏫 Ünïcødé",
                "]]><!-- --><style>*{display:none}</style>");

        @Test
        @DisplayName("shows them as they are, and is the same page all the same")
        void isEscaped() throws IOException {
            List<String> rows = new ArrayList<>();
            for (String text : HOSTILE) {
                rows.add("%s,First,%2$s,%2$s,Secret-%3$d,%2$s,%2$s,%2$s"
                        .formatted("u" + rows.size(), '"' + text.replace("\"", "\"\"") + '"', rows.size()));
            }
            Ending ending = installation.command(
                    "provision", roster(rows.toArray(String[]::new)).toString());

            assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(1);
            Document page = page(ending);
            assertThat(page.select("h1").text()).isEqualTo("0 of 8 rows done; 8 came back");
            assertThat(page.select("script")).hasSize(1);
            assertThat(page.select("style")).hasSize(1);
            assertThat(page.select("[onmouseover], [onfocus], [autofocus]")).isEmpty();
            assertThat(page.select("#reject-rows tbody tr")).hasSize(8);
            assertThat(page.select("#reject-rows td.who").eachText())
                    .anySatisfy(who -> assertThat(who).contains("<script>document.title='owned'</script>"))
                    .anySatisfy(who -> assertThat(who).contains("${7*7} [[${7*7}]]"))
                    .anySatisfy(who -> assertThat(who).contains("Ünïcødé"));
            assertThat(page.text()).doesNotContain("Secret-");
        }
    }

    @Test
    @DisplayName("lists the rows that came back with all that is wrong, and the kinds of it with the first of each")
    void rejects() throws IOException {
        Ending ending = installation.command(
                "provision",
                roster(
                                "ada,Ada,Lovelace,ada@example.org,Passw0rd-1,01,STUDENTS-2026,ENG101",
                                ",Bob,,bob@@example.org,Passw0rd-2,02,,",
                                "cy,Cy,Young,cy@example.org,Passw0rd-3,03,,NO-SUCH",
                                "Dan,Dan,Day,dan@@example.org,Passw0rd-4,04,,")
                        .toString());

        Document page = page(ending);
        assertThat(page.select("h1").text()).isEqualTo("1 of 4 rows done; 3 came back");
        assertThat(page.select("#reject-rows tbody th").eachText()).containsExactly("3", "4", "5");
        assertThat(page.select("#reject-rows tbody tr").get(0).select("li")).hasSize(3);
        assertThat(page.select("#reject-rows tbody tr").get(1).text())
                .contains("Cy Young cy", "The account is there; only this could not be done:", "course1");
        assertThat(page.select("#error-kinds tbody tr").get(0).text())
                .startsWith("2 email.invalid")
                .contains("Row 3", "Row 5");
        assertThat(page.select("#warnings").text()).contains("username.lowercased");
        assertThat(page.select("#files a").eachText()).contains("rejects.csv", "problems.csv", "summary.json");
    }

    @Test
    @DisplayName("of a plan says what it would do, and how it is carried out")
    void plan() throws IOException {
        Ending ending = installation.command(
                "plan",
                roster(
                                "ada,Ada,Lovelace,ada@example.org,Passw0rd-1,01,STUDENTS-2026,ENG101",
                                ",Bob,Kahn,bob@example.org,Passw0rd-2,02,,")
                        .toString());

        Document page = page(ending);
        assertThat(page.select("h1").text()).isEqualTo("2 rows read; 1 would be done, 1 would come back");
        assertThat(page.select("code.command").text()).isEqualTo("./run.sh apply " + ending.run());
        assertThat(page.select("#plan tbody tr").eachText()).containsExactly("create 1", "add to cohort 1", "enrol 1");
        assertThat(page.select("#rejects h2").text()).isEqualTo("Rows that would come back");
        assertThat(page.select("#files a").eachText()).contains("plan.csv");
    }

    @Test
    @DisplayName("that takes an earlier one back, says what was taken back, and what stays and why")
    void undo() throws IOException {
        Ending made = installation.command(
                "provision",
                roster("ada,Ada,Lovelace,ada@example.org,Passw0rd-1,01,STUDENTS-2026,ENG101")
                        .toString());
        Ending planned = installation.command("undo", made.run());

        Document page = page(planned);
        assertThat(page.select("h1").text()).isEqualTo("3 of 3 changes can be taken back");
        assertThat(page.select("code.command").text()).isEqualTo("./run.sh apply " + planned.run());
        assertThat(page.select("table.counts tbody th").eachText())
                .containsExactly("unenrol", "remove from cohort", "suspend");

        OtherHand.of(installation).enrol("ada", "ENG101", "student", true);
        Ending undone = installation.command("apply", planned.run());

        assertThat(undone.exitCode()).as(undone.toString()).isEqualTo(1);
        page = page(undone);
        assertThat(page.select("h1").text()).isEqualTo("2 of 3 changes taken back; 1 stays");
        assertThat(page.select("dl.facts").text()).contains("Takes back " + made.run());
        assertThat(page.select("#kept-rows tbody tr").text()).startsWith("ada ENG101 unenrol kept");
        assertThat(page.select("#files a").eachText()).containsExactly("undo.csv", "summary.json");
    }

    @Test
    @DisplayName("of more than a thousand rejects shows the first thousand, and says so")
    void manyRejects() throws IOException {
        Ending ending = installation.command(
                "provision",
                roster(IntStream.rangeClosed(1, 1200)
                                .mapToObj(i -> "u%1$d,First,Last,nobody,Passw0rd-1,%1$d,,".formatted(i))
                                .toArray(String[]::new))
                        .toString());

        Document page = page(ending);
        assertThat(page.select("#reject-rows tbody tr")).hasSize(1000);
        assertThat(page.select("#rejects p.note").text())
                .isEqualTo("The first 1,000 of 1,200 are shown here; rejects.csv has them all.");
    }

    @Nested
    @DisplayName("of one that was interrupted")
    class Interrupted {

        @Test
        @DisplayName("says how far it came and why it stopped, and makes way for the whole one")
        void saysHowFarItCame() throws IOException {
            installation.settings("batch-size: 5\n");
            Path roster = roster(IntStream.rangeClosed(1, 20)
                    .mapToObj(i -> "u%1$d,First,Last,u%1$d@example.org,Passw0rd-1,%1$d,,ENG101".formatted(i))
                    .toArray(String[]::new));
            installation
                    .sandbox()
                    .faults()
                    .add(FaultRule.always(Fault.status(503))
                            .of("enrol_manual_enrol_users")
                            .after(2));
            Ending broken = installation.command("provision", roster.toString(), "--concurrency", "1");

            assertThat(broken.exitCode()).as(broken.toString()).isEqualTo(3);
            Document page = page(broken);
            assertThat(page.select("h1").text()).isEqualTo("Interrupted: 10 of 20 rows done; 10 not yet");
            assertThat(page.select(".next").text()).contains("HTTP 503", "give the same command again");
            assertThat(numbers(page, "Enrolments")).containsExactly("10", "0", "0", "10");
            assertThat(installation.report(broken.run(), "rejects.csv")).doesNotExist();
            JsonNode summary = installation.summary(broken.run());
            assertThat(summary.at("/state").asString()).isEqualTo("INTERRUPTED");
            assertThat(summary.at("/reason").asString()).contains("HTTP 503");

            installation.sandbox().faults().clear();
            Ending whole = installation.command("provision", roster.toString());

            assertThat(whole.run()).isEqualTo(broken.run());
            assertThat(page(whole).select("h1").text()).isEqualTo("All 20 rows done");
            assertThat(page(whole).select("#work").text()).contains("in 2 attempts");
            assertThat(installation.summary(whole.run()).at("/state").asString())
                    .isEqualTo("DONE");
        }

        @Test
        @DisplayName("hides no failure where it cannot be written")
        void hidesNoFailure() throws IOException {
            String first = LocalDate.now(ZoneOffset.UTC) + "-0001";
            Files.createDirectories(installation.home().resolve("reports/" + first + "/report.html/in the way"));
            installation
                    .sandbox()
                    .faults()
                    .add(FaultRule.always(Fault.status(503)).of("core_user_create_users"));
            Ending broken = installation.command(
                    "provision",
                    roster("ada,Ada,Lovelace,ada@example.org,Passw0rd-1,01,,").toString());

            assertThat(broken.exitCode()).as(broken.toString()).isEqualTo(3);
            assertThat(broken.err()).contains("HTTP 503");
        }
    }
}
