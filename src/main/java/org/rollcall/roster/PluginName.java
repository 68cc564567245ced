package org.rollcall.roster;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a Moodle plugin's name, such as {@code manual} or {@code boost} ({@code PARAM_PLUGIN}). Whether the site
 * has the plugin only the site knows.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PluginName.Check.class)
@interface PluginName {
    /** The kind of problem, which ends its code. */
    String message() default "invalid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Runs the check. */
    final class Check implements ConstraintValidator<PluginName, String> {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || NAME.matcher(value).matches();
        }
    }
}
