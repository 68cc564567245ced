package org.rollcall.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rollcall.operation.FolderSettings;
import org.rollcall.operation.Home;
import org.rollcall.operation.SettingsException;
import org.rollcall.operation.StateHeldException;
import org.rollcall.operation.StateLock;
import org.springframework.beans.BeansException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The lock on the job state and the parts of the program, for as long as a command needs them. */
final class RollcallContext implements AutoCloseable {

    private final StateLock lock;
    private final ConfigurableApplicationContext parts;

    private RollcallContext(StateLock lock, ConfigurableApplicationContext parts) {
        this.lock = lock;
        this.parts = parts;
    }

    /**
     * Takes the lock, reads the settings, and builds the parts.
     *
     * @param overrides settings given on the command line, by name
     * @param more further configuration classes
     * @param guests objects that are to be among the parts
     * @throws StateHeldException when another run holds the job state
     * @throws SettingsException when a setting cannot be worked with
     */
    static RollcallContext open(Home home, Map<String, Object> overrides, List<Class<?>> more, Object... guests) {
        StateLock lock = lock(home);
        try {
            return new RollcallContext(lock, build(home, overrides, RollcallApplication.class, more, false, guests));
        } catch (RuntimeException failed) {
            close(lock);
            throw explained(failed, home, overrides);
        }
    }

    /**
     * Takes the lock, reads the settings, and builds those parts that look back, each not before it is asked for.
     *
     * @throws StateHeldException when another run holds the job state
     * @throws SettingsException when a setting cannot be worked with
     */
    static RollcallContext lookingBack(Home home, Map<String, Object> overrides) {
        StateLock lock = lock(home);
        try {
            return new RollcallContext(lock, build(home, overrides, HistoryApplication.class, List.of(), true));
        } catch (RuntimeException failed) {
            close(lock);
            throw explained(failed, home, overrides);
        }
    }

    private static RuntimeException explained(RuntimeException failed, Home home, Map<String, Object> overrides) {
        return StartFailures.explain(failed, FolderSettings.of(overrides, home).orElse(null));
    }

    private static StateLock lock(Home home) {
        try {
            return StateLock.take(home).orElseThrow(StateHeldException::new);
        } catch (IOException unusable) {
            throw new SettingsException("Rollcall cannot write to its folder " + home.var() + ".", unusable);
        }
    }

    /**
     * Reads the settings and builds only some parts, which neither read nor write the job state.
     *
     * @throws SettingsException when a setting cannot be worked with
     */
    static ConfigurableApplicationContext withoutState(Home home, Map<String, Object> overrides, Class<?> application) {
        try {
            return build(home, overrides, application, List.of(), false);
        } catch (RuntimeException failed) {
            throw explained(failed, home, overrides);
        }
    }

    private static ConfigurableApplicationContext build(
            Home home,
            Map<String, Object> overrides,
            Class<?> application,
            List<Class<?>> more,
            boolean lazy,
            Object... guests) {
        return new SpringApplicationBuilder(application)
                .sources(more.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .lazyInitialization(lazy)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                // The job is to end before the parts are taken away from it: StopOnSignal sees to that.
                .registerShutdownHook(false)
                .listeners(new LogLines())
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("home", home);
                    Stream.of(guests)
                            .forEach(guest -> context.getBeanFactory()
                                    .registerSingleton(guest.getClass().getName(), guest));
                })
                // Only these: Spring would also read settings from wherever the caller stands.
                .properties(Map.of(FolderSettings.LOCATION, FolderSettings.location(home)))
                .run(arguments(overrides));
    }

    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    <T> T get(Class<T> part) {
        try {
            return parts.getBean(part);
        } catch (BeansException unbuilt) {
            throw StartFailures.explain(unbuilt);
        }
    }

    @Override
    public void close() {
        parts.close();
        close(lock);
    }

    private static void close(StateLock lock) {
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
