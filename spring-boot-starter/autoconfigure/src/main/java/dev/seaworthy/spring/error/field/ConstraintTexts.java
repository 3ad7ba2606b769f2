// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.field;

import dev.seaworthy.core.error.text.AnswerLanguage;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What a violated constraint says, in the language of the answer. The validator has said it already, in Spring's language;
 * where that is another one, the app's own validator is asked to say it again. Loaded only where Jakarta Validation is.
 */
final class ConstraintTexts {

    private static final String UNSAID = "";

    private final BeanFactory beans;

    ConstraintTexts(BeanFactory beans) {
        this.beans = beans;
    }

    /**
     * What to say instead: null where the words of the validator stand, blank where nobody can say it in the language of the
     * answer, and the desk has general words.
     */
    @Nullable
    String instead(ConstraintViolation<?> violation) {
        Locale answer = AnswerLanguage.current();
        String template = violation.getMessageTemplate();
        if (answer == null || template == null || template.indexOf('{') < 0 || isSpoken(answer)) {
            return null;
        }
        ValidatorFactory factory = beans.getBeanProvider(ValidatorFactory.class).stream()
                .findFirst()
                .orElse(null);
        return factory == null ? UNSAID : say(factory.getMessageInterpolator(), template, violation, answer);
    }

    // Outside of Spring MVC's own work nobody knows in which language the validator spoke.
    private static boolean isSpoken(Locale answer) {
        return LocaleContextHolder.getLocaleContext() != null
                && LocaleContextHolder.getLocale().getLanguage().equals(answer.getLanguage());
    }

    private static String say(
            MessageInterpolator interpolator, String template, ConstraintViolation<?> violation, Locale answer) {
        try {
            String text = interpolator.interpolate(template, new Known(violation), answer);
            // What a validator of the app's own added at the time of the violation is not known any more.
            return text == null || text.indexOf('{') >= 0 ? UNSAID : text;
        } catch (ValidationException unsayable) {
            return UNSAID;
        }
    }

    private record Known(ConstraintViolation<?> violation) implements MessageInterpolator.Context {

        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return violation.getConstraintDescriptor();
        }

        @Override
        public @Nullable Object getValidatedValue() {
            return violation.getInvalidValue();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            if (type.isInstance(this)) {
                return type.cast(this);
            }
            throw new ValidationException("context of a message cannot be seen as '" + type.getName()
                    + "'; it knows the constraint and the value only");
        }
    }
}
