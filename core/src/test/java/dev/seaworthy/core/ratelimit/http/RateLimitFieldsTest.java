// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.ratelimit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.core.error.Classification;
import dev.seaworthy.core.error.ErrorDesk;
import dev.seaworthy.core.ratelimit.Decision;
import dev.seaworthy.core.ratelimit.Decision.Allowed;
import dev.seaworthy.core.ratelimit.Decision.Reason;
import dev.seaworthy.core.ratelimit.Decision.Refused;
import dev.seaworthy.core.ratelimit.Policy;
import dev.seaworthy.core.ratelimit.Window;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitFieldsTest {

    private static final Policy ORDERS =
            Policy.of("orders", new Window(20, Duration.ofMinutes(1), 10), Window.of(1_000, Duration.ofDays(1)));
    private static final Decision LEFT =
            new Allowed(ORDERS, 0, 3, Duration.ofMillis(20_001).toNanos());

    @Test
    void newestDraft() {
        assertThat(fields(FieldVersion.DRAFT_10, false, LEFT))
                .containsExactly(
                        Map.entry("RateLimit-Policy", "\"orders\";q=10;w=30, \"orders-2\";q=1000;w=86400"),
                        Map.entry("RateLimit", "\"orders\";r=3;t=21"));
        assertThat(fields(FieldVersion.DRAFT_10, false, new Allowed(ORDERS, 1, 0, 1)))
                .containsEntry("RateLimit", "\"orders-2\";r=0;t=1");
    }

    @Test
    void olderDrafts() {
        assertThat(fields(FieldVersion.DRAFT_07, false, LEFT))
                .containsExactly(
                        Map.entry("RateLimit-Policy", "10;w=30, 1000;w=86400"),
                        Map.entry("RateLimit", "limit=10, remaining=3, reset=21"));
        assertThat(fields(FieldVersion.DRAFT_06, false, LEFT))
                .containsExactly(
                        Map.entry("RateLimit-Limit", "10"),
                        Map.entry("RateLimit-Remaining", "3"),
                        Map.entry("RateLimit-Reset", "21"));
    }

    @Test
    void noneAndLegacy() {
        assertThat(fields(FieldVersion.OFF, false, LEFT)).isEmpty();
        assertThat(fields(FieldVersion.OFF, true, LEFT))
                .containsExactly(
                        Map.entry("X-RateLimit-Limit", "10"),
                        Map.entry("X-RateLimit-Remaining", "3"),
                        Map.entry("X-RateLimit-Reset", "21"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.0, 1",
        "999, 0.0, 1",
        "1001, 0.0, 2",
        "0, 0.0, 1",
        "1, 0.999, 2",
        "60000, 0.999, 72",
        "60000, 0.0, 60"
    })
    void retryAfterIsRoundedUpAndSpreadAndNeverEarly(long waitMillis, double chance, long seconds) {
        Refused refused = refused(Reason.QUOTA_EXCEEDED, Duration.ofMillis(waitMillis));
        assertThat(new Refusals(() -> chance).retryAfterSeconds(refused)).isEqualTo(seconds);
    }

    @Test
    void refusalsHaveTheDraftsProblemTypes() {
        assertThat(json(Reason.QUOTA_EXCEEDED))
                .contains(
                        "http-problem-types#quota-exceeded\"", "\"status\":429", "\"violated-policies\":[\"orders\"]");
        assertThat(json(Reason.ABNORMAL_USAGE)).contains("#abnormal-usage-detected\"", "\"status\":429");
        assertThat(json(Reason.REDUCED_CAPACITY)).contains("#temporary-reduced-capacity\"", "\"status\":503");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/orders, /api/orders, true",
        "/api/orders, /api/orders/, true",
        "/api/orders, /api/orders/7, false",
        "/api/orders, /api/order, false",
        "/api/orders, /api/orderss, false",
        "/api/orders/{id}, /api/orders/7, true",
        "/api/orders/{id}, /api/orders/7/, true",
        "/api/orders/{id}, /api/orders/, false",
        "/api/orders/{id}, /api/orders/7/items, false",
        "/api/*/items, /api/7/items, true",
        "/api/**, /api, true",
        "/api/**, /api/a/b/c, true",
        "/api/**, /apiary, false",
        "/**, /, true",
        "/**, '', true",
        "/, /, true",
        "/, /a, false"
    })
    void routesMatchWholeSegments(String template, String path, boolean matches) {
        assertThat(RouteTemplate.parse(template).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "/api/{id}x", "/api/{a}{b}", "/a**", "/a//b", "/**/b", "/{id"})
    void routesThatCannotBeReadSaySo(String template) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RouteTemplate.parse(template))
                .withMessage("route template cannot be read, got '" + template
                        + "'; begin with a slash and let each hole be a whole segment, for example /api/orders/{id} or"
                        + " /api/**");
    }

    private static String json(Reason reason) {
        Classification refusal = new Refusals(() -> 0).classify(refused(reason, Duration.ofSeconds(3)), 3);
        return ErrorDesk.builder().build().refuse(refusal, Locale.ENGLISH).toJson();
    }

    private static Refused refused(Reason reason, Duration wait) {
        return new Refused(ORDERS, 0, 0, wait.toNanos(), wait.toNanos(), reason);
    }

    private static Map<String, String> fields(FieldVersion version, boolean legacy, Decision decision) {
        Map<String, String> fields = new LinkedHashMap<>();
        new RateLimitFields(version, legacy).tell(decision, fields::put);
        return fields;
    }
}
