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
 * An email address that Moodle takes. Its {@code validate_email} asks PHPMailer, which asks PHP's
 * {@code FILTER_VALIDATE_EMAIL}, and then refuses angle brackets; {@link EmailSyntax} holds those rules.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MoodleEmail.Check.class)
@interface MoodleEmail {
    /** The kind of problem, which ends its code. */
    String message() default "invalid";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Runs the check. */
    final class Check implements ConstraintValidator<MoodleEmail, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || value.isEmpty() || EmailSyntax.accepts(value);
        }
    }
}
