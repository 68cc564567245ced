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
 * Only the characters that Moodle allows in a username with its setting {@code extendedusernamechars} off, the
 * default ({@code PARAM_USERNAME} in {@code lib/classes/param.php}): a-z, 0-9 and the signs _ . @ and -.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Username.Check.class)
@interface Username {
    /** The kind of problem, which ends its code. */
    String message() default "invalid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Runs the check. */
    final class Check implements ConstraintValidator<Username, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            for (int at = 0; at < value.length(); at++) {
                if (!allowed(value.charAt(at))) {
                    return false;
                }
            }
            return true;
        }

        static boolean allowed(int character) {
            return (character >= 'a' && character <= 'z')
                    || (character >= '0' && character <= '9')
                    || character == '_'
                    || character == '.'
                    || character == '@'
                    || character == '-';
        }
    }
}
