package org.rollcall.roster;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * No text that Moodle would take for an HTML tag. Its {@code PARAM_NOTAGS} and {@code PARAM_TEXT} run PHP's
 * {@code strip_tags} over the value and refuse the whole call when that changes it; a &lt; that white space follows is
 * no tag.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NoMarkup.Check.class)
@interface NoMarkup {
    /** The kind of problem, which ends its code. */
    String message() default "invalid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Runs the check. */
    final class Check implements ConstraintValidator<NoMarkup, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            int at = value.indexOf('<');
            while (at >= 0) {
                if (at + 1 == value.length() || !isSpaceInC(value.charAt(at + 1))) {
                    return false;
                }
                at = value.indexOf('<', at + 1);
            }
            return true;
        }

        private static boolean isSpaceInC(char character) {
            return character == ' ' || (character >= '\t' && character <= '\r');
        }
    }
}
