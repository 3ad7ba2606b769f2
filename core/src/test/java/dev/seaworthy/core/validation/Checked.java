// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Asks Hibernate Validator without an expression language, as an app without one has it. */
public final class Checked {

    public static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator(
                    Set.of(Locale.ENGLISH, Locale.GERMAN), Locale.ENGLISH, context -> Locale.getDefault(), false))
            .buildValidatorFactory()
            .getValidator();

    private Checked() {}

    public static boolean accepts(Object bean) {
        return VALIDATOR.validate(bean).isEmpty();
    }

    public static String message(Object bean) {
        Set<? extends ConstraintViolation<Object>> violations = VALIDATOR.validate(bean);
        return violations.iterator().next().getMessage();
    }
}
