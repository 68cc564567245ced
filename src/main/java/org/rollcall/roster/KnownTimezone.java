package org.rollcall.roster;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time zone that both Java and Moodle know, or {@code 99} for the site's own. Moodle stores an unknown zone as it is
 * and refuses the whole call for one whose name does not fit its {@code PARAM_TIMEZONE}, such as {@code Etc/GMT+5}.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownTimezone.Check.class)
@interface KnownTimezone {
    /** The kind of problem, which ends its code. */
    String message() default "unknown";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Runs the check. */
    final class Check implements ConstraintValidator<KnownTimezone, String> {
        private static final Pattern MOODLE = Pattern.compile("\\p{Alnum}+(/?[\\p{Alpha}_-])+");
        private static final Set<String> KNOWN = known();

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || KNOWN.contains(value);
        }

        private static Set<String> known() {
            Stream<String> zones = ZoneId.getAvailableZoneIds().stream()
                    .filter(zone -> MOODLE.matcher(zone).matches())
                    .filter(zone -> !zone.startsWith("SystemV/"));
            return Stream.concat(Stream.of("99"), zones).collect(Collectors.toUnmodifiableSet());
        }
    }
}
