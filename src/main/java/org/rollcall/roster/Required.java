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

/** The roster must give this value; for an account that is to be deleted, only the username. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Required.Check.class)
@interface Required {
    String KIND = "missing";

    /** The kind of problem, which ends its code. */
    String message() default KIND;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Runs the check. */
    final class Check implements ConstraintValidator<Required, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value != null && !value.isEmpty();
        }
    }
}
