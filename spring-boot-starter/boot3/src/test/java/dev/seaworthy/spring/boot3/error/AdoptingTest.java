// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot3.error;

import static dev.seaworthy.spring.boot3.error.ShopWithFailures.BROWSER;
import static dev.seaworthy.spring.boot3.error.ShopWithFailures.PROGRAM;
import static dev.seaworthy.spring.boot3.error.ShopWithFailures.type;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.server.ErrorPage;
import org.springframework.boot.web.server.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What an app has of its own for failures goes on working as if nothing had been added. */
class AdoptingTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void plainAppGetsTheOneShapeWithoutAnyCode() {
        try (var app = ShopWithFailures.with()) {
            var bug = app.get("/boom", PROGRAM);
            assertThat(bug.statusCode()).isEqualTo(500);
            assertThat(type(bug)).isEqualTo(PROBLEM);
            assertThat(bug.body()).contains("INTERNAL_ERROR").doesNotContain("secret");

            var mismatch = app.get("/orders/one", PROGRAM);
            assertThat(mismatch.statusCode()).isEqualTo(400);
            assertThat(mismatch.body())
                    .contains("\"pointer\":\"/id\"", "\"in\":\"path\"", "\"code\":\"TYPE\"", "\"expected\":\"integer\"")
                    .doesNotContain("one\"");

            assertThat(app.get("/nothing", BROWSER).body()).contains("<html").doesNotContain("Whitelabel");
        }
    }

    @Test
    void reasonsOfTheAppAreShownBelow500Only() {
        try (var app = ShopWithFailures.with()) {
            assertThat(app.get("/gone", PROGRAM).body()).contains("\"detail\":\"this order was cancelled\"");
            assertThat(app.get("/status", PROGRAM).body()).contains("\"detail\":\"somebody was quicker\"");
            var broken = app.get("/broken", PROGRAM);
            assertThat(broken.statusCode()).isEqualTo(503);
            assertThat(broken.body()).doesNotContain("secret");
        }
    }

    @Test
    void ownAdviceWins() {
        try (var app = ShopWithFailures.with(OwnAdvice.class)) {
            assertThat(app.get("/boom", PROGRAM).body()).isEqualTo("own bug");
            assertThat(app.get("/orders/one", PROGRAM).body()).isEqualTo("own mismatch");
            assertThat(type(app.get("/nothing", PROGRAM))).isEqualTo(PROBLEM);
        }
    }

    @Test
    void ownResponseEntityExceptionHandlerWins() {
        try (var app = ShopWithFailures.with(OwnHandler.class)) {
            assertThat(app.get("/nothing", PROGRAM).body()).isEqualTo("own not found");
            assertThat(app.get("/boom", PROGRAM).body()).contains("INTERNAL_ERROR");
        }
    }

    @Test
    void ownExceptionResolverWinsForWhatItKnows() {
        try (var app = ShopWithFailures.with(OwnResolver.class)) {
            assertThat(app.get("/boom", PROGRAM).statusCode()).isEqualTo(499);
            assertThat(type(app.get("/orders/one", PROGRAM))).isEqualTo(PROBLEM);
        }
    }

    @Test
    void ownErrorControllerAnswersAsBefore() {
        assertAsWithout(OwnController.class, "own controller");
    }

    @Test
    void ownErrorAttributesAnswerAsBefore() {
        assertAsWithout(OwnAttributes.class, "own attribute");
    }

    @Test
    void ownErrorPageOfTheServerAnswersItsStatus() {
        try (var app = ShopWithFailures.with(OwnPage.class)) {
            assertThat(app.get("/nothing", PROGRAM).body()).isEqualTo("own page");
            assertThat(type(app.get("/boom", PROGRAM))).isEqualTo(PROBLEM);
        }
    }

    @Test
    void ownErrorViewIsShownToBrowsersForItsStatus() {
        try (var app = ShopWithFailures.with(OwnViewOf404.class)) {
            assertThat(app.get("/nothing", BROWSER).body()).isEqualTo("own view");
            assertThat(type(app.get("/nothing", PROGRAM))).isEqualTo(PROBLEM);
            assertThat(app.get("/boom", BROWSER).body()).contains("<html").doesNotContain("Whitelabel");
        }
    }

    @Test
    void ownViewForAllErrorsIsShownToBrowsers() {
        try (var app = ShopWithFailures.with(OwnErrorView.class)) {
            assertThat(app.get("/boom", BROWSER).body()).isEqualTo("own view");
            assertThat(app.get("/nothing", BROWSER).body()).isEqualTo("own view");
            assertThat(type(app.get("/boom", PROGRAM))).isEqualTo(PROBLEM);
        }
    }

    @Test
    void ownPageThatFailsItselfLeaksNothing() {
        try (var app = ShopWithFailures.with(FailingController.class)) {
            var answer = app.get("/nothing", PROGRAM);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(type(answer)).isEqualTo(PROBLEM);
            assertThat(answer.body()).doesNotContain("secret");
        }
    }

    @Test
    void problemDetailsOfSpringGiveWayToOurs() {
        try (var app = ShopWithFailures.start(new Class<?>[0], "spring.mvc.problemdetails.enabled=true")) {
            assertThat(app.get("/nothing", PROGRAM).body()).contains("\"code\":\"NOT_FOUND\"");
        }
    }

    @Test
    void switchedOffBootAnswersAsEver() {
        try (var app = ShopWithFailures.start(new Class<?>[0], "seaworthy.error.enabled=false")) {
            assertThat(app.get("/boom", PROGRAM).body()).contains("\"timestamp\"", "\"path\":\"/boom\"");
            assertThat(app.get("/boom", BROWSER).body()).contains("Whitelabel");
        }
    }

    @Test
    void invalidStatusCanBeChosen() {
        try (var app = ShopWithFailures.start(new Class<?>[0], "seaworthy.error.invalid-status=422")) {
            assertThat(app.get("/orders/one", PROGRAM).statusCode()).isEqualTo(422);
        }
    }

    private static void assertAsWithout(Class<?> part, String expected) {
        String[] paths = {"/boom", "/orders/one", "/nothing", "/gone", "/status"};
        try (var with = ShopWithFailures.with(part);
                var without = ShopWithFailures.start(new Class<?>[] {part}, "seaworthy.error.enabled=false")) {
            for (String path : paths) {
                for (String accept : new String[] {BROWSER, PROGRAM}) {
                    var now = with.get(path, accept);
                    var before = without.get(path, accept);
                    assertThat(comparable(now.body())).isEqualTo(comparable(before.body()));
                    assertThat(now.statusCode()).isEqualTo(before.statusCode());
                    assertThat(type(now)).isEqualTo(type(before));
                }
            }
            assertThat(with.get("/nothing", PROGRAM).body()).contains(expected);
        }
    }

    private static String comparable(String body) {
        return body.replaceAll("\\d{4}-\\d\\d-\\d\\dT[^\"]*", "<then>").replaceAll("<div id='created'>.*?</div>", "");
    }

    @RestControllerAdvice
    static class OwnAdvice {

        @ExceptionHandler
        ResponseEntity<String> bug(IllegalStateException failure) {
            return ResponseEntity.status(409).body("own bug");
        }

        @ExceptionHandler
        ResponseEntity<String> mismatch(MethodArgumentTypeMismatchException failure) {
            return ResponseEntity.badRequest().body("own mismatch");
        }
    }

    @RestControllerAdvice
    static class OwnHandler extends ResponseEntityExceptionHandler {

        @Override
        protected ResponseEntity<Object> handleNoResourceFoundException(
                NoResourceFoundException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
            return ResponseEntity.status(404).body("own not found");
        }
    }

    static class OwnResolver {

        @Bean
        HandlerExceptionResolver ownResolver() {
            return (request, response, handler, failure) -> {
                if (failure instanceof IllegalStateException) {
                    response.setStatus(499);
                    return new ModelAndView();
                }
                return null;
            };
        }
    }

    @RestController
    static class OwnController implements ErrorController {

        @RequestMapping("/error")
        String answer(HttpServletRequest request) {
            return "own controller " + request.getAttribute("jakarta.servlet.error.status_code");
        }
    }

    @RestController
    static class FailingController implements ErrorController {

        @RequestMapping("/error")
        String answer() {
            throw new IllegalStateException("secret of the house");
        }
    }

    static class OwnAttributes {

        @Bean
        ErrorAttributes ownAttributes() {
            return new DefaultErrorAttributes() {
                @Override
                public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
                    Map<String, Object> attributes = super.getErrorAttributes(request, options);
                    attributes.put("extra", "own attribute");
                    return attributes;
                }
            };
        }
    }

    @RestController
    static class OwnPage {

        @Bean
        ErrorPageRegistrar ownPages() {
            return registry -> registry.addErrorPages(new ErrorPage(HttpStatus.NOT_FOUND, "/own-page"));
        }

        @RequestMapping("/own-page")
        String page() {
            return "own page";
        }
    }

    static class OwnViewOf404 {

        @Bean
        ErrorViewResolver ownViews() {
            return (request, status, model) -> status == HttpStatus.NOT_FOUND ? new ModelAndView(view(), model) : null;
        }
    }

    static class OwnErrorView {

        @Bean
        View error() {
            return view();
        }
    }

    private static View view() {
        return new View() {
            @Override
            public String getContentType() {
                return "text/html";
            }

            @Override
            public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                    throws IOException {
                response.setContentType(getContentType());
                response.getWriter().write("own view");
            }
        };
    }
}
