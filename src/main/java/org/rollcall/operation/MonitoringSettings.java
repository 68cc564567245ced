package org.rollcall.operation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How other programs of this machine are told how the drop folder is, while it is watched.
 *
 * @param enabled whether they are
 * @param port where, on the loopback address; 0 for any port that is free
 */
public record MonitoringSettings(
        @DefaultValue("true") boolean enabled,

        @DefaultValue("8095") @Min(0) @Max(65535) int port) {}
