package org.rollcall.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.rollcall.installation.Ending;
import org.rollcall.installation.Installation;

/** Opens the page on a run in Chromium, which has to lie where Debian puts it. */
@DisplayName("The page on a run, in a browser,")
@SuppressWarnings("NullAway.Init")
class ReportInBrowserTest {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    /** Row 3 has the highest number of all as a text, and row 10 is among the first as one. */
    private static final List<String> ROSTER = List.of(
            "username,firstname,lastname,email,createpassword",
            "ada,Ada,Lovelace,ada@example.org,1",
            "bob,Bob,Kahn,bob@@example.org,1",
            "cy,Cy,Young,cy@example.org,1",
            "dan,Dan,Zuse,,1",
            "eve,Ève,Łukasik,eve@@example.org,1",
            "fay,Fay,Ames,,1",
            "gus,Gus,Best,gus@@example.org,1",
            "hal,Hal,Cray,hal@@example.org,1",
            "ida,Ida,Dunn,ida@@example.org,1");

    private static ChromeDriver browser;
    private static Path page;

    @BeforeAll
    static void writeThePage(@TempDir Path home) throws IOException {
        assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "Skipped: there is no browser at /usr/bin/chromium with its driver at /usr/bin/chromedriver"
                        + " (Debian's packages chromium and chromium-driver).");
        try (Installation installation = Installation.in(home)) {
            Ending ending = installation.command(
                    "provision", installation.roster("roster.csv", ROSTER).toString());
            page = Files.copy(
                    installation.report(ending.run(), "report.html"),
                    Files.createTempDirectory("report").resolve("report.html"));
        }
        browser = open();
    }

    private static ChromeDriver open() {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1200,900");
        options.setCapability("goog:loggingPrefs", logs);
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.quit();
        }
        if (page != null) {
            try (Stream<Path> files = Files.walk(page.getParent())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @BeforeEach
    void load() {
        browser.manage().logs().get(LogType.BROWSER);
        browser.manage().logs().get(LogType.PERFORMANCE);
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        browser.get(page.toUri().toString());
    }

    private static List<String> shown(String column) {
        return browser.findElements(By.cssSelector("#reject-rows tbody tr")).stream()
                .filter(WebElement::isDisplayed)
                .map(row -> row.findElement(By.cssSelector(column)).getText())
                .toList();
    }

    private static WebElement button(int column) {
        return browser.findElements(By.cssSelector("#reject-rows thead th"))
                .get(column)
                .findElement(By.tagName("button"));
    }

    private static void scheme(String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    @Test
    @DisplayName("is searched while one types, accents and capitals aside, and says how many are left")
    void isSearched() {
        WebElement search = browser.findElement(By.id("reject-rows-search"));
        WebElement count = browser.findElement(By.cssSelector("#rejects output"));
        assertThat(count.getText()).isEqualTo("7 rows");

        search.sendKeys("ÉVE lukasik");
        assertThat(shown("th")).isEmpty();
        search.clear();
        search.sendKeys("eve @");

        assertThat(shown("th")).containsExactly("6");
        assertThat(count.getText()).isEqualTo("1 of 7 shown");

        search.sendKeys(Keys.ESCAPE);

        assertThat(shown("th")).hasSize(7);
    }

    @Test
    @DisplayName("is sorted by its columns with the keyboard, numbers by number")
    void isSorted() {
        button(0).sendKeys(Keys.ENTER);
        assertThat(shown("th")).containsExactly("3", "5", "6", "7", "8", "9", "10");
        button(0).sendKeys(Keys.SPACE);
        assertThat(shown("th")).containsExactly("10", "9", "8", "7", "6", "5", "3");
        assertThat(browser.findElement(By.cssSelector("#reject-rows th[aria-sort]"))
                        .getDomAttribute("aria-sort"))
                .isEqualTo("descending");

        button(1).sendKeys(Keys.ENTER);

        assertThat(shown("bdi"))
                .containsExactly("Bob Kahn", "Dan Zuse", "Ève Łukasik", "Fay Ames", "Gus Best", "Hal Cray", "Ida Dunn");
        assertThat(browser.findElements(By.cssSelector("#reject-rows th[aria-sort]")))
                .hasSize(1);
    }

    @Test
    @DisplayName("can be read in light and in dark: every text stands out from what is behind it")
    void hasContrast() throws IOException {
        String measure = Files.readString(Path.of("src/test/resources/org/rollcall/report/page/contrast.js"));
        for (String scheme : List.of("light", "dark")) {
            scheme(scheme);
            List<?> weak = new ArrayList<>((List<?>) browser.executeScript(measure));
            double light = ((Number) weak.remove(0)).doubleValue();
            assertThat(weak).as(scheme).isEmpty();
            assertThat(light < 0.1).as("the background in " + scheme).isEqualTo(scheme.equals("dark"));
        }
    }

    @Test
    @DisplayName("fits a telephone without being pushed sideways")
    void isNarrow() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 360, "height", 800, "deviceScaleFactor", 1, "mobile", true));
        try {
            assertThat((List<?>) browser.executeScript("""
                            return [...document.querySelectorAll("main *")]
                                .filter(each => each.getBoundingClientRect().right > 360 && !each.closest(".scroll"))
                                .map(each => each.outerHTML)""")).isEmpty();
        } finally {
            browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        }
    }

    @Test
    @DisplayName("asks for nothing anywhere, and has nothing to complain of")
    void asksForNothing() {
        scheme("dark");
        button(0).click();

        List<String> requests = new ArrayList<>();
        for (LogEntry entry : browser.manage().logs().get(LogType.PERFORMANCE)) {
            if (entry.getMessage().contains("Network.requestWillBeSent\"")) {
                requests.add(entry.getMessage());
            }
        }
        assertThat(requests).hasSize(1).first().asString().contains(page.toUri().toString());
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
    }

    @Test
    @DisplayName("is whole without scripts")
    void needsNoScript() {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        browser.get(page.toUri().toString());

        assertThat(browser.findElements(By.cssSelector("#reject-rows tbody th")))
                .hasSize(7);
        assertThat(browser.findElements(By.tagName("button"))).isEmpty();
        assertThat(browser.findElement(By.id("reject-rows-search")).isDisplayed())
                .isFalse();
    }
}
