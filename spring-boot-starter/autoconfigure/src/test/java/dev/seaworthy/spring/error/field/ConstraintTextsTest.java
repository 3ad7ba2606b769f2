// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.error.FieldError;
import dev.seaworthy.core.error.text.AnswerLanguage;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** Hibernate Validator speaks many languages, and Seaworthy two: an answer is in one. */
class ConstraintTextsTest {

    private static final LocalValidatorFactoryBean VALIDATOR = new LocalValidatorFactoryBean();

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final StaticMessageSource messages = new StaticMessageSource();

    record Tea(
            @NotBlank String name,

            @Size(min = 2, max = 4, message = "two to four, please")
            String grade,

            @DecimalMin(value = "0.01", inclusive = false) BigDecimal price) {}

    @BeforeAll
    static void start() {
        VALIDATOR.afterPropertiesSet();
    }

    @AfterAll
    static void stop() {
        VALIDATOR.destroy();
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void whatWasSaidInAnotherLanguageIsSaidAgain() {
        beans.registerSingleton("validator", VALIDATOR);
        LocaleContextHolder.setLocale(Locale.FRENCH);

        assertThat(told(Locale.GERMAN))
                .containsExactly("two to four, please", "darf nicht leer sein", "muss größer 0.01 sein");
        assertThat(told(Locale.FRENCH)).contains("ne doit pas être vide");
        assertThat(told(Locale.ENGLISH)).contains("must not be blank");
    }

    @Test
    void whatTheValidatorItselfReportsIsSaidAgainToo() {
        beans.registerSingleton("validator", VALIDATOR);
        LocaleContextHolder.setLocale(Locale.FRENCH);
        ConstraintViolationException failure =
                new ConstraintViolationException(VALIDATOR.validateProperty(bad(), "name"));
        LocaleContextHolder.resetLocaleContext();

        List<FieldError> errors = AnswerLanguage.during(Locale.GERMAN, () -> fields().ofViolations(failure));

        assertThat(errors).extracting(FieldError::message).containsExactly("darf nicht leer sein");
    }

    @Test
    void theLanguageOfTheMachinePlaysNoPart() {
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.FRENCH);
        try (LocalValidatorFactoryBean inFrance = new LocalValidatorFactoryBean()) {
            inFrance.afterPropertiesSet();
            beans.registerSingleton("validator", inFrance);
            BeanPropertyBindingResult result = new BeanPropertyBindingResult(bad(), "tea");
            inFrance.validate(bad(), result);

            assertThat(result.getFieldError("name").getDefaultMessage()).isEqualTo("ne doit pas être vide");
            assertThat(AnswerLanguage.during(Locale.ENGLISH, () -> fields().of(result, null)))
                    .extracting(FieldError::message)
                    .contains("must not be blank");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void withoutAValidatorToAskTheDeskHasTheWords() {
        LocaleContextHolder.setLocale(Locale.FRENCH);

        assertThat(told(Locale.GERMAN)).containsExactly("two to four, please", "", "");
    }

    @Test
    void ownTextsOfTheAppAreTakenInTheLanguageOfTheAnswer() {
        messages.addMessage("NotBlank.tea.name", Locale.FRENCH, "quel thé ?");
        messages.addMessage("NotBlank.tea.name", Locale.GERMAN, "welcher Tee?");
        beans.registerSingleton("validator", VALIDATOR);
        LocaleContextHolder.setLocale(Locale.FRENCH);

        assertThat(told(Locale.GERMAN)).contains("welcher Tee?").doesNotContain("quel thé ?");
    }

    private List<String> told(Locale answer) {
        BeanPropertyBindingResult result = new BeanPropertyBindingResult(bad(), "tea");
        VALIDATOR.validate(bad(), result);
        return AnswerLanguage.during(answer, () -> fields().of(result, null)).stream()
                .map(FieldError::message)
                .toList();
    }

    private FieldErrors fields() {
        return new FieldErrors(() -> null, messages, beans);
    }

    private static Tea bad() {
        return new Tea(" ", "x", new BigDecimal("0.001"));
    }
}
