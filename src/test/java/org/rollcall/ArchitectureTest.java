package org.rollcall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The house rules that a machine can keep. */
@AnalyzeClasses(packages = "org.rollcall", importOptions = DoNotIncludeTests.class)
@DisplayName("The house")
class ArchitectureTest {

    /** From the top to the bottom; a package may know only those behind it. */
    private static final List<String> FROM_TOP_TO_BOTTOM = List.of(
            "cli",
            "intake",
            "undo",
            "provision",
            "progress",
            "history",
            "report",
            "check",
            "inspect",
            "match",
            "operation",
            "ledger",
            "roster",
            "moodle",
            "sandbox");

    /** These know no other part of the program. */
    private static final List<String> SELF_CONTAINED = List.of("roster", "moodle", "sandbox");

    private static final int LONGEST_FILE = 250;

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:(?:final|abstract|sealed|non-sealed|static) )*(?:class|interface|@interface|enum|record) (\\w+)",
            Pattern.MULTILINE);

    @ArchTest
    static void everyPackageIsKnown(JavaClasses rollcall) {
        ArchRule rule = classes()
                .should()
                .resideInAnyPackage(FROM_TOP_TO_BOTTOM.stream()
                        .map(ArchitectureTest::packageOf)
                        .toArray(String[]::new));
        rule.check(rollcall);
    }

    @ArchTest
    static void arrowsPointDownOnly(JavaClasses rollcall) {
        for (int i = 1; i < FROM_TOP_TO_BOTTOM.size(); i++) {
            String[] above = FROM_TOP_TO_BOTTOM.subList(0, i).stream()
                    .map(ArchitectureTest::packageOf)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(packageOf(FROM_TOP_TO_BOTTOM.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above)
                    .allowEmptyShould(true)
                    .check(rollcall);
        }
    }

    @ArchTest
    static void theLowestPackagesKnowNoOther(JavaClasses rollcall) {
        for (String name : SELF_CONTAINED) {
            String[] others = FROM_TOP_TO_BOTTOM.stream()
                    .filter(other -> !other.equals(name))
                    .map(ArchitectureTest::packageOf)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(packageOf(name))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(rollcall);
        }
    }

    @ArchTest
    static final ArchRule MATCHING_IS_JUDGEMENT_ONLY = noClasses()
            .that()
            .resideInAPackage(packageOf("match"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packageOf("ledger"), packageOf("sandbox"), "org.springframework..", "java.sql..")
            .because("its rules are to be seen, and tested, without a run");

    private static String packageOf(String name) {
        return "org.rollcall." + name + "..";
    }

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.rollcall.(*)..").should().beFreeOfCycles();

    /** The rooms of a roster: text at the bottom, then files, their formats and headers, and rows on top. */
    @ArchTest
    static final ArchRule THE_ROOMS_OF_A_ROSTER_STAND_ON_EACH_OTHER = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(packageOf("roster"))
            .layer("rows")
            .definedBy("org.rollcall.roster")
            .layer("header")
            .definedBy("org.rollcall.roster.header")
            .layer("csv")
            .definedBy("org.rollcall.roster.csv")
            .layer("workbook")
            .definedBy("org.rollcall.roster.workbook")
            .layer("archive")
            .definedBy("org.rollcall.roster.archive")
            .layer("file")
            .definedBy("org.rollcall.roster.file")
            .layer("text")
            .definedBy("org.rollcall.roster.text")
            .whereLayer("rows")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("header")
            .mayOnlyBeAccessedByLayers("rows")
            .whereLayer("csv")
            .mayOnlyBeAccessedByLayers("rows")
            .whereLayer("workbook")
            .mayOnlyBeAccessedByLayers("rows")
            .whereLayer("archive")
            .mayOnlyBeAccessedByLayers("rows")
            .whereLayer("file")
            .mayOnlyBeAccessedByLayers("rows", "header", "csv", "workbook", "archive");

    /** The rooms of the main job: sending at the bottom, what a roster asks for above it, and the job on top. */
    @ArchTest
    static final ArchRule THE_ROOMS_OF_THE_JOB_STAND_ON_EACH_OTHER = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(packageOf("provision"))
            .layer("job")
            .definedBy("org.rollcall.provision")
            .layer("staging")
            .definedBy("org.rollcall.provision.staging")
            .layer("leaver")
            .definedBy("org.rollcall.provision.leaver")
            .layer("group")
            .definedBy("org.rollcall.provision.group")
            .layer("membership")
            .definedBy("org.rollcall.provision.membership")
            .layer("account")
            .definedBy("org.rollcall.provision.account")
            .layer("sending")
            .definedBy("org.rollcall.provision.sending")
            .whereLayer("job")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("staging")
            .mayOnlyBeAccessedByLayers("job")
            .whereLayer("leaver")
            .mayOnlyBeAccessedByLayers("job")
            .whereLayer("group")
            .mayOnlyBeAccessedByLayers("job")
            .whereLayer("membership")
            .mayOnlyBeAccessedByLayers("leaver", "group")
            .whereLayer("account")
            .mayOnlyBeAccessedByLayers("job", "leaver")
            .whereLayer("sending")
            .mayOnlyBeAccessedByLayers("job", "leaver", "group", "membership", "account");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .should(new ArchCondition<>("be in a package that is" + " @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(
                            type, marked, type.getPackageName() + " lacks @NullMarked in its package-info"));
                }
            });

    @ArchTest
    static final ArchRule PARTS_COME_THROUGH_CONSTRUCTORS = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .because("what a class needs is to be seen in its constructor");

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_FINAL =
            fields().that().areStatic().should().beFinal().because("shared state that changes has no owner");

    @ArchTest
    static final ArchRule TIMES_ARE_OF_JAVA_TIME = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Calendar");

    @ArchTest
    static final ArchRule ONLY_COMMANDS_PRINT =
            noClasses().that().resideOutsideOfPackage(packageOf("cli")).should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule ONLY_ONE_CLASS_WAITS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.rollcall.provision.sending.SettlingTime")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", java.time.Duration.class)
            .because("a pause that nobody can interrupt or measure hides what is waited for");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_THINGS_ARE = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    /** A second implementation, or one abstract method that a lambda can stand for. */
    @ArchTest
    static final ArchRule INTERFACES_HAVE_A_REASON = classes()
            .that()
            .areInterfaces()
            .and()
            .areNotAnnotations()
            .and()
            .doNotHaveSimpleName("package-info")
            .should(new ArchCondition<>("have two implementations or be what a lambda can stand for") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    long implementations = type.getAllSubclasses().stream()
                            .filter(subclass -> !subclass.isInterface())
                            .count();
                    List<JavaMethod> toImplement = type.getMethods().stream()
                            .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                            .toList();
                    events.add(new SimpleConditionEvent(
                            type,
                            implementations >= 2 || toImplement.size() == 1,
                            type.getName() + " has " + implementations + " implementation(s)"));
                }
            });

    @Test
    @DisplayName("has no source file above 250 lines")
    void filesAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE) {
                tooLong.add(file.getFileName() + " has " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    @DisplayName("says of each public type, in Javadoc, what it means")
    void publicTypesHaveJavadoc() throws IOException {
        List<String> silent = new ArrayList<>();
        int types = 0;
        for (Path file : sources()) {
            String source = Files.readString(file);
            Matcher type = PUBLIC_TYPE.matcher(source);
            while (type.find()) {
                types++;
                if (!endsWithJavadoc(source.substring(0, type.start()))) {
                    silent.add(type.group(1));
                }
            }
        }
        assertThat(types).as("public types that were looked at").isGreaterThan(50);
        assertThat(silent).isEmpty();
    }

    /** Between the Javadoc and its type stand only annotations, and between imports and a type without one a blank line. */
    private static boolean endsWithJavadoc(String before) {
        int end = before.lastIndexOf("*/");
        return end >= 0
                && before.lastIndexOf("/**") > before.lastIndexOf("\nimport ")
                && !before.substring(end).contains("\n\n");
    }

    @Test
    @DisplayName("introduces each of its packages")
    void packagesAreIntroduced() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path folder : sources().stream().map(Path::getParent).distinct().toList()) {
            Path introduction = folder.resolve("package-info.java");
            if (!Files.exists(introduction) || !Files.readString(introduction).startsWith("/**")) {
                silent.add(folder);
            }
        }
        assertThat(silent).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            return sources;
        }
    }
}
