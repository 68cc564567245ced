package org.rollcall.operation;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of rosters that are dropped into the inbox.
 *
 * @param mode what is done with them
 * @param settle for how long a file has to stay as it is before it is taken for whole
 * @param poll how often the inbox is looked at
 */
public record IntakeSettings(
        @DefaultValue("provision") @NotNull Mode mode,

        @DefaultValue("10s") @NotNull @DurationMin(millis = 1, message = SOME_TIME)
        Duration settle,

        @DefaultValue("30s") @NotNull @DurationMin(millis = 1, message = SOME_TIME)
        Duration poll) {

    private static final String SOME_TIME = "must be longer than nothing, such as 10s";

    /** What is done with a roster. */
    public enum Mode {
        /** The site is made to agree with it. */
        PROVISION,
        /** It is planned; somebody applies the plan. */
        PLAN
    }
}
