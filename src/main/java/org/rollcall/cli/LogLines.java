package org.rollcall.cli;

import java.util.Map;
import org.rollcall.operation.FolderSettings;
import org.rollcall.operation.Home;
import org.rollcall.operation.LogFormat;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Tells the log, when the settings are known and before it is set up by them, which lines it is to write
 * ({@code rollcall.log-format}).
 */
final class LogLines implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** Names the one of the files beside this class that the log's configuration includes. */
    private static final String PROPERTY = "rollcall.log.lines";

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        System.setProperty(PROPERTY, linesOf(event.getEnvironment()));
    }

    private static String linesOf(Environment environment) {
        boolean json = LogFormat.JSON
                .name()
                .equalsIgnoreCase(
                        environment.getProperty("rollcall.log-format", "").strip());
        return json ? "json" : "text";
    }

    /** Settings of a command that ends before the program's parts are built count for what it logs, too. */
    static void settle(Home home) {
        if (System.getProperty(PROPERTY) != null) {
            return;
        }
        try {
            StandardEnvironment environment = new StandardEnvironment();
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "places", Map.of(FolderSettings.LOCATION, FolderSettings.location(home))));
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
            String lines = linesOf(environment);
            LoggerFactory.getILoggerFactory();
            System.setProperty(PROPERTY, lines);
            if (lines.equals("json")) {
                LoggingSystem log = LoggingSystem.get(LogLines.class.getClassLoader());
                log.beforeInitialize();
                log.initialize(new LoggingInitializationContext(environment), null, null);
            }
        } catch (RuntimeException unreadable) {
            // Whoever reads the settings tells of it in a sentence.
            System.setProperty(PROPERTY, "text");
        }
    }
}
