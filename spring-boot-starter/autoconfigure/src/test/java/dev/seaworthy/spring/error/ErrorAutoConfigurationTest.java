// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.core.alert.Alerts;
import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.FailureRule;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.core.report.Reporter;
import dev.seaworthy.core.telemetry.Telemetry;
import dev.seaworthy.core.time.ManualTime;
import dev.seaworthy.core.time.TimeSource;
import dev.seaworthy.servlet.FilterOrder;
import dev.seaworthy.servlet.error.ErrorFilter;
import dev.seaworthy.servlet.error.ErrorPageOwner;
import dev.seaworthy.servlet.error.FailureObserver;
import dev.seaworthy.servlet.error.ProblemWriter;
import dev.seaworthy.spring.alert.AlertAutoConfiguration;
import dev.seaworthy.spring.error.mvc.MvcErrorAutoConfiguration;
import dev.seaworthy.spring.telemetry.TelemetryAutoConfiguration;
import dev.seaworthy.spring.time.TimeAutoConfiguration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@ExtendWith(OutputCaptureExtension.class)
class ErrorAutoConfigurationTest {

    private static final AutoConfigurations OURS = AutoConfigurations.of(
            TimeAutoConfiguration.class,
            TelemetryAutoConfiguration.class,
            AlertAutoConfiguration.class,
            ErrorAutoConfiguration.class,
            MvcErrorAutoConfiguration.class);

    private final WebApplicationContextRunner servletApp = new WebApplicationContextRunner().withConfiguration(OURS);

    @Test
    void servletAppGetsTheFilterInItsPlace() {
        servletApp.run(context -> {
            FilterRegistrationBean<?> registration =
                    context.getBean("seaworthyErrorFilterRegistration", FilterRegistrationBean.class);
            assertThat(registration.getFilter()).isInstanceOf(ErrorFilter.class);
            assertThat(registration.getOrder()).isEqualTo(FilterOrder.ERROR.order());
            assertThat(context).hasBean("seaworthyMvcErrors").hasSingleBean(WebMvcConfigurer.class);
        });
    }

    @Test
    void everyBeanCanBeReplaced() {
        replaced(TimeSource.class, () -> new ManualTime(Instant.EPOCH));
        replaced(Telemetry.class, Telemetry::new);
        replaced(Alerts.class, () -> new Alerts(TimeSource.system(), new Telemetry(), List.of()));
        replaced(ErrorDesk.class, () -> ErrorDesk.builder().build());
        replaced(ProblemWriter.class, () -> new ProblemWriter(List.of()));
        replaced(ErrorPageOwner.class, () -> (request, status) -> true);
        replaced(FailureObserver.class, () -> (request, failure) -> {});
        replaced(
                ErrorFilter.class,
                () -> new ErrorFilter(
                        ErrorDesk.builder().build(),
                        new ProblemWriter(List.of()),
                        ErrorPageOwner.NONE,
                        FailureObserver.NONE));
    }

    private <T> void replaced(Class<T> type, Supplier<T> own) {
        T bean = own.get();
        servletApp
                .withBean("own", type, () -> bean)
                .run(context -> assertThat(context.getBean(type)).isSameAs(bean));
    }

    @Test
    void switchedOffNothingOfTheRoomIsThereButItsReport() {
        servletApp.withPropertyValues("seaworthy.error.enabled=false").run(context -> {
            assertThat(context)
                    .doesNotHaveBean(ErrorDesk.class)
                    .doesNotHaveBean(ErrorFilter.class)
                    .doesNotHaveBean("seaworthyMvcErrors");
            assertThat(context.getBean("seaworthyErrorReporter", Reporter.class)
                            .report()
                            .enabled())
                    .isFalse();
        });
    }

    @Test
    void appWithoutWebGetsTheDeskOnly() {
        new ApplicationContextRunner()
                .withConfiguration(OURS)
                .run(context ->
                        assertThat(context).hasSingleBean(ErrorDesk.class).doesNotHaveBean(ErrorFilter.class));
    }

    @Test
    void webFluxAppIsToldOnceThatWeStepAside(CapturedOutput output) {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(OURS)
                .run(context ->
                        assertThat(context).hasSingleBean(ErrorDesk.class).doesNotHaveBean(ErrorFilter.class));
        assertThat(output.getAll()).containsOnlyOnce("leaves the error answers of this WebFlux app to Spring");
    }

    @Test
    void rulesOfTheAppComeFirst() {
        FailureRule own = link -> link instanceof IllegalStateException
                ? Classification.of(FailureClass.BUSINESS_REFUSAL).withCode("SOLD_OUT")
                : null;
        servletApp.withBean(FailureRule.class, () -> own).run(context -> {
            Problem problem = context.getBean(ErrorDesk.class).report(new IllegalStateException(), Locale.ENGLISH);
            assertThat(problem.code()).isEqualTo("SOLD_OUT");
        });
    }

    @Test
    void textsComeFromTheAppsMessages() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("seaworthy.problem.SOLD_OUT.title", Locale.FRENCH, "Plus de stock");
        servletApp
                .withBean("messageSource", StaticMessageSource.class, () -> messages)
                .run(context -> {
                    Problem problem = context.getBean(ErrorDesk.class)
                            .refuse(Classification.of(FailureClass.CONFLICT).withCode("SOLD_OUT"), Locale.FRENCH);
                    assertThat(problem.title()).isEqualTo("Plus de stock");
                    assertThat(problem.language()).isEqualTo(Locale.FRENCH);
                });
    }

    @Test
    void invalidInputKeepsTheFrameworksStatusUnlessChosen() {
        Classification invalid = Classification.of(FailureClass.INPUT_INVALID);
        servletApp.run(context -> assertThat(context.getBean(ErrorDesk.class)
                        .refuse(invalid, Locale.ENGLISH)
                        .status())
                .isEqualTo(400));
        servletApp
                .withPropertyValues("seaworthy.error.invalid-status=422")
                .run(context -> assertThat(context.getBean(ErrorDesk.class)
                                .refuse(invalid, Locale.ENGLISH)
                                .status())
                        .isEqualTo(422));
    }
}
