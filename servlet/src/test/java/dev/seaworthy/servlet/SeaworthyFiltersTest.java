// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.Problem;
import dev.seaworthy.servlet.tomcat.SeaworthyErrorReportValve;
import dev.seaworthy.servlet.tomcat.SeaworthyTomcat;
import dev.seaworthy.test.LogEvents;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Locale;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.http.fileupload.impl.FileSizeLimitExceededException;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.mockito.Mockito;

class SeaworthyFiltersTest {

    private final SeaworthyFilters filters = SeaworthyFilters.withDefaults();

    @Test
    void filtersAreAddedInTheirOrderForAllDispatchesAndReported() {
        ServletContext context = mock();
        FilterRegistration.Dynamic registration = mock();
        when(context.addFilter(anyString(), any(Filter.class))).thenReturn(registration);

        try (LogEvents logs = LogEvents.capture()) {
            filters.register(context);
            assertThat(logs.all())
                    .singleElement()
                    .satisfies(event -> assertThat(event.message())
                            .contains("correlation", "X-Correlation-Id", "error", "invalid-status", "SeaworthyTomcat"));
        }

        InOrder order = Mockito.inOrder(context);
        order.verify(context).addFilter(Mockito.eq("seaworthy-correlation"), any(Filter.class));
        order.verify(context).addFilter(Mockito.eq("seaworthy-logging"), any(Filter.class));
        order.verify(context).addFilter(Mockito.eq("seaworthy-error"), any(Filter.class));
        order.verify(context).addFilter(Mockito.eq("seaworthy-user"), any(Filter.class));
        Mockito.verify(registration, Mockito.times(5)).setAsyncSupported(true);
        Mockito.verify(registration, Mockito.times(5))
                .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }

    @Test
    void registeringTwiceIsRefusedInWords() {
        ServletContext context = mock();

        assertThatIllegalStateException()
                .isThrownBy(() -> filters.register(context))
                .withMessage("servlet context must not have the filters twice, got 'seaworthy-correlation' again;"
                        + " register them once");
    }

    @Test
    void containersExceptionsAreKnownAndTheAppsRulesComeFirst() {
        Exception tooLarge = new FileSizeLimitExceededException("big", 2, 1);

        Problem known = filters.errorDesk().report(new IllegalStateException(tooLarge), Locale.ENGLISH);
        Problem own = SeaworthyFilters.builder()
                .rule(link -> link == tooLarge
                        ? Classification.of(FailureClass.CONFLICT).withCode("OWN_CODE")
                        : null)
                .build()
                .errorDesk()
                .report(tooLarge, Locale.ENGLISH);

        assertThat(known.code()).isEqualTo("CONTENT_TOO_LARGE");
        assertThat(own.code()).isEqualTo("OWN_CODE");
    }

    @Test
    void laterErrorReportValvesGiveWayWhenTheHostStarts() throws Exception {
        StandardHost host = new StandardHost();
        host.setName("localhost");
        SeaworthyErrorReportValve ours = valve();
        host.getPipeline().addValve(new ErrorReportValve());
        SeaworthyTomcat.install(host, ours);
        host.getPipeline().addValve(new ErrorReportValve());

        host.fireContainerEvent("unrelated", null);
        assertThat(host.getPipeline().getValves())
                .filteredOn(ErrorReportValve.class::isInstance)
                .hasSize(2);
        for (var listener : host.findLifecycleListeners()) {
            listener.lifecycleEvent(new org.apache.catalina.LifecycleEvent(
                    host, org.apache.catalina.Lifecycle.BEFORE_START_EVENT, null));
        }

        assertThat(host.getPipeline().getValves())
                .filteredOn(ErrorReportValve.class::isInstance)
                .containsExactly(ours);
    }

    @Test
    void contextWithoutAHostIsRefusedInWords() {
        Context context = new StandardContext();
        context.setName("shop");

        assertThatThrownBy(() -> SeaworthyTomcat.install(context, valve()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("context 'shop' has no host yet, got 'null'; add it to its host first");
    }

    private SeaworthyErrorReportValve valve() {
        return new SeaworthyErrorReportValve(
                filters.errorDesk(), filters.problemWriter(), filters.correlations(), filters.correlationHeader());
    }
}
