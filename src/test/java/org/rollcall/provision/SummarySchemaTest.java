package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;
import org.rollcall.progress.report.ProgressSummary;
import org.rollcall.report.RunSummary;
import org.rollcall.report.UndoSummary;
import org.rollcall.sandbox.Fault;
import org.rollcall.sandbox.FaultRule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/summary.schema.json} is what other people's programs rely on. */
@DisplayName("The schema of summary.json")
class SummarySchemaTest {

    private static final Path FILE = Path.of("docs/summary.schema.json");

    @TempDir
    private Path home;

    private Installation installation;
    private Schema schema;

    @BeforeEach
    void setUp() throws IOException {
        installation = Installation.in(home);
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE), InputFormat.JSON);
    }

    @AfterEach
    void tearDown() {
        installation.close();
    }

    private void assertValid(Ending ending, String state) throws IOException {
        String summary = Files.readString(installation.report(ending.run(), "summary.json"));
        assertThat(schema.validate(
                        summary,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as(summary)
                .isEmpty();
        JsonNode read = JsonMapper.shared().readTree(summary);
        assertThat(read.path("state").asString(read.path("mode").asString())).isEqualTo(state);
    }

    private Path roster(String name, int people) throws IOException {
        return installation.roster(name, People.roster(people, "cohort1,course1,room", "STUDENTS-2026,ENG101,7"));
    }

    @Test
    @DisplayName("takes the summaries of runs, of plans and of runs that take others back")
    void takesWhatIsWritten() throws IOException {
        List<String> faulty = new ArrayList<>(People.roster(5, "cohort1,course1,room", "STUDENTS-2026,ENG101,7"));
        faulty.set(2, faulty.get(2).replace("@", ""));
        Path roster = installation.roster("faulty.csv", faulty);
        Ending plan = installation.command("plan", roster.toString());
        assertValid(plan, "PLANNED");
        assertThat(installation.command("apply", plan.run()).exitCode()).isEqualTo(1);
        assertValid(plan, "DONE");
        Ending undo = installation.command("undo", plan.run());
        assertValid(undo, "undo");
        assertThat(installation.command("apply", undo.run()).exitCode()).isZero();
        assertValid(undo, "undo");
        List<List<String>> cells = People.roster(2, "cohort1", "STUDENTS-2026").stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        Path workbook = XlsxFile.write(home.resolve("roster.xlsx"), "People", cells);
        assertValid(installation.command("provision", workbook.toString()), "DONE");
    }

    @Test
    @DisplayName("takes those of held plans, approved or not")
    void takesHeldPlans() throws IOException {
        installation.settings("snapshot:\n  cohorts:\n    STUDENTS-2026: remove-from-cohort");
        assertThat(installation
                        .command("provision", roster("roster.csv", 30).toString())
                        .exitCode())
                .isZero();
        Ending held = installation.command(
                "provision", "--snapshot", roster("roster.csv", 3).toString());
        assertValid(held, "HELD");
        assertThat(installation
                        .command("apply", held.run(), "--approve", "They have left.")
                        .exitCode())
                .isZero();
        assertValid(held, "DONE");
    }

    @Test
    @DisplayName("takes that of a run that was interrupted")
    void takesInterruptedRuns() throws IOException {
        installation.sandbox().faults().add(FaultRule.always(Fault.status(503)).of(SiteCalls.ENROL));
        Ending ending =
                installation.command("provision", roster("roster.csv", 3).toString());
        assertThat(ending.exitCode()).as(ending.toString()).isEqualTo(3);
        assertValid(ending, "INTERRUPTED");
    }

    @Test
    @DisplayName("takes those of reports of progress")
    void takesReportsOfProgress() throws IOException {
        assertThat(installation
                        .command("provision", roster("roster.csv", 3).toString())
                        .exitCode())
                .isZero();
        assertValid(installation.command("progress", "--cohort", "STUDENTS-2026"), "progress");
        assertValid(installation.command("progress", "--course", "ENG101", "--since", "2026-01-01"), "progress");
    }

    @Test
    @DisplayName("takes nothing that it does not describe")
    void refusesOthers() throws IOException {
        Ending ending =
                installation.command("provision", roster("roster.csv", 1).toString());
        String summary = Files.readString(installation.report(ending.run(), "summary.json"));
        for (String broken : List.of(
                summary.replaceFirst("\\{", "{\"more\": 1,"),
                summary.replaceFirst("\"state\"", "\"estate\""),
                summary.replaceFirst("\"read\" *: *1", "\"read\": \"1\""))) {
            assertThat(broken).isNotEqualTo(summary);
            assertThat(schema.validate(broken, InputFormat.JSON)).as(broken).isNotEmpty();
        }
    }

    @Test
    @DisplayName("describes each field of what is written, and none that is not")
    void describesEachField() throws IOException {
        JsonNode root = JsonMapper.shared().readTree(Files.readString(FILE));
        assertDescribes(root, root.at("/$defs/run"), RunSummary.class);
        assertDescribes(root, root.at("/$defs/undo"), UndoSummary.class);
        assertDescribes(root, root.at("/$defs/progress"), ProgressSummary.class);
    }

    private static void assertDescribes(JsonNode root, JsonNode described, Class<?> type) {
        List<String> fields = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        JsonNode properties = described.path("properties");
        assertThat(properties.propertyNames()).as(type.getSimpleName()).containsExactlyElementsOf(fields);
        assertThat(described.path("required").valueStream().map(JsonNode::asString))
                .as(type.getSimpleName())
                .containsExactlyElementsOf(fields);
        for (RecordComponent field : type.getRecordComponents()) {
            JsonNode property = properties.path(field.getName());
            String name = type.getSimpleName() + "." + field.getName();
            assertThat(property.path("description").asString("")).as(name).endsWith(".");
            Class<?> inner = inner(field.getGenericType());
            if (inner.isRecord()) {
                assertDescribes(root, followed(root, property), inner);
            } else if (inner.isEnum()) {
                assertThat(property.path("enum").valueStream().map(JsonNode::asString))
                        .as(name)
                        .containsExactlyElementsOf(Arrays.stream(inner.getEnumConstants())
                                .map(Object::toString)
                                .toList());
            }
        }
    }

    /** What a field holds, or each element of its list. */
    private static Class<?> inner(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? inner(generic.getActualTypeArguments()[0]) : Object.class;
        }
        return (Class<?>) type;
    }

    private static JsonNode followed(JsonNode root, JsonNode property) {
        for (String place : List.of("/$ref", "/oneOf/0/$ref", "/items/$ref")) {
            String reference = property.at(place).asString("");
            if (!reference.isEmpty()) {
                return root.at(reference.substring(1));
            }
        }
        throw new AssertionError("There is no description behind " + property);
    }
}
