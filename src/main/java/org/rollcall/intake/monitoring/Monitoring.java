package org.rollcall.intake.monitoring;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.rollcall.intake.IntakeListener;
import org.rollcall.operation.SettingsException;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;

/**
 * Tells other programs of this machine how the drop folder is: {@code /actuator/health} in JSON, with status 503 where
 * something holds a folder up, and {@code /actuator/prometheus} with figures. It answers on the loopback address only.
 */
public final class Monitoring implements AutoCloseable {

    private final @Nullable ServletWebServerApplicationContext parts;

    private Monitoring(@Nullable ServletWebServerApplicationContext parts) {
        this.parts = parts;
    }

    /**
     * Begins to answer.
     *
     * @param port 0 for any that is free
     * @throws SettingsException when another program has the port
     */
    public static Monitoring start(int port) {
        try {
            return new Monitoring(
                    (ServletWebServerApplicationContext) new SpringApplicationBuilder(MonitoringApplication.class)
                            .web(WebApplicationType.SERVLET)
                            .bannerMode(Banner.Mode.OFF)
                            .logStartupInfo(false)
                            .registerShutdownHook(false)
                            .run(arguments(port)));
        } catch (ApplicationContextException failed) {
            throw failed.contains(PortInUseException.class) ? taken(port, failed) : failed;
        }
    }

    private static SettingsException taken(int port, ApplicationContextException failed) {
        return new SettingsException(
                "Port %d is taken by another program; set rollcall.monitoring.port to a free one.".formatted(port),
                failed);
    }

    /** As arguments, which go before whatever the environment says. */
    private static String[] arguments(int port) {
        return new String[] {
            // Not the settings of the installation: they could open more than this to others.
            "--spring.config.location=classpath:/",
            "--server.address=127.0.0.1",
            "--server.port=" + port,
            "--management.endpoints.web.exposure.include=health,prometheus",
            "--management.endpoint.health.show-details=always",
            "--management.endpoints.web.discovery.enabled=false"
        };
    }

    /** One that tells nobody. */
    public static Monitoring none() {
        return new Monitoring(null);
    }

    /** Where the page is that tells whether all is well. */
    public Optional<URI> address() {
        return Optional.ofNullable(parts)
                .map(ServletWebServerApplicationContext::getWebServer)
                .map(server -> URI.create("http://127.0.0.1:" + server.getPort() + "/actuator/health"));
    }

    /** Those to be told what becomes of dropped files. */
    public List<IntakeListener> listeners() {
        return parts == null
                ? List.of()
                : List.copyOf(parts.getBeansOfType(IntakeListener.class).values());
    }

    /** Those that are to be among the parts that work on a roster. */
    public List<Object> guests() {
        return parts == null ? List.of() : List.of(parts.getBean(CallMeters.class));
    }

    /** Tells from now on how many files wait. */
    public void observe(IntSupplier waiting) {
        if (parts != null) {
            parts.getBean(IntakeMeters.class).observe(waiting);
        }
    }

    @Override
    public void close() {
        if (parts != null) {
            parts.close();
        }
    }
}
