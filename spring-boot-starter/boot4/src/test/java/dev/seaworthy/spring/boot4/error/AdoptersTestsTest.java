// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot4.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.seaworthy.core.error.FailureClass;
import dev.seaworthy.core.error.rule.FailsWith;
import jakarta.servlet.ServletException;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.TaskDecorator;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/**
 * The tests of an app that never heard of Seaworthy, with the starter on the class path: they pass as they did, those of
 * MockMvc that look at unhandled failures with {@code seaworthy.error.mock-mvc=throw}.
 */
class AdoptersTestsTest {

    /** Builds MockMvc by hand, without any of the app's beans. */
    @Nested
    class Standalone {

        private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Teas())
                .setControllerAdvice(new Advice())
                .build();

        @Test
        void unhandledExceptionsAreThrown() {
            assertThatThrownBy(() -> mvc.perform(get("/boom")))
                    .isInstanceOf(ServletException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }

        @Test
        void adviceAndReasonsAreSeen() throws Exception {
            mvc.perform(get("/none"))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string("no such tea"));
            mvc.perform(get("/gone")).andExpect(status().isGone()).andExpect(status().reason("drunk"));
        }
    }

    @Nested
    @WebMvcTest(Teas.class)
    @ContextConfiguration(classes = App.class)
    @TestPropertySource(properties = "seaworthy.error.mock-mvc=throw")
    class Slice {

        @Autowired
        private MockMvc mvc;

        @Test
        void unhandledExceptionsAreThrown() {
            assertThatThrownBy(() -> mvc.perform(get("/boom")))
                    .isInstanceOf(ServletException.class)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }

        @Test
        void adviceAndReasonsAreSeen() throws Exception {
            mvc.perform(get("/none"))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string("no such tea"));
            mvc.perform(get("/gone")).andExpect(status().isGone()).andExpect(status().reason("drunk"));
            mvc.perform(get("/taken")).andExpect(status().isConflict()).andExpect(status().reason("by the cat"));
        }

        @Test
        void whatSpringRefusesIsAsEver() throws Exception {
            mvc.perform(get("/teas/one"))
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(""))
                    .andExpect(result -> assertThat(result.getResolvedException())
                            .isInstanceOf(MethodArgumentTypeMismatchException.class));
        }

        @Test
        void whatTheAppHasToldSeaworthyIsAnswered() throws Exception {
            mvc.perform(get("/sold-out"))
                    .andExpect(status().isConflict())
                    .andExpect(content().contentType("application/problem+json"))
                    .andExpect(jsonPath("$.code").value("SOLD_OUT"))
                    .andExpect(header().exists("X-Correlation-Id"));
        }
    }

    /** The same tests of unhandled failures, when nothing was chosen: production's answer. */
    @Nested
    @WebMvcTest(Teas.class)
    @ContextConfiguration(classes = App.class)
    class SliceByDefault {

        @Autowired
        private MockMvc mvc;

        @Test
        void unhandledExceptionsAreAnsweredAsInProduction() throws Exception {
            mvc.perform(get("/boom"))
                    .andExpect(status().isInternalServerError())
                    .andExpect(jsonPath("$.code").value("INTERNAL_ERROR"));
        }

        @Test
        void adviceAndResolvedExceptionsAreSeen() throws Exception {
            mvc.perform(get("/none"))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string("no such tea"));
            mvc.perform(get("/gone"))
                    .andExpect(status().isGone())
                    .andExpect(
                            result -> assertThat(result.getResolvedException()).isInstanceOf(Gone.class));
        }
    }

    /** A server and a client. */
    @Nested
    @SpringBootTest(classes = App.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
    @TestPropertySource(properties = "seaworthy.error.mock-mvc=throw")
    @ExtendWith(OutputCaptureExtension.class)
    @DirtiesContext
    class OverHttp {

        @LocalServerPort
        private int port;

        @Autowired
        private TaskDecorator decorator;

        private HttpStatusCode status(String path) {
            return answer(path).returnResult(String.class).getStatus();
        }

        private <T> T body(String path, Class<T> type) {
            return answer(path).expectBody(type).returnResult().getResponseBody();
        }

        private RestTestClient.ResponseSpec answer(String path) {
            return RestTestClient.bindToServer()
                    .baseUrl("http://localhost:" + port)
                    .build()
                    .get()
                    .uri(path)
                    .exchange();
        }

        @Test
        void statusesAdviceAndProblemDetailsOfTheAppAreSeen() {
            assertThat(status("/none")).isEqualTo(HttpStatus.NOT_FOUND);
            assertThat(body("/none", String.class)).isEqualTo("no such tea");
            assertThat(status("/boom")).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
            ProblemDetail problem = body("/problem", ProblemDetail.class);
            assertThat(problem.getTitle()).isEqualTo("Our own problem");
        }

        @Test
        void mockMvcsSwitchChangesNothingOverHttp() {
            assertThat(body("/boom", String.class)).contains("\"code\":\"INTERNAL_ERROR\"");
        }

        @Test
        void ownLogLinesAreWhatTheyWere(CapturedOutput output) {
            body("/logged", String.class);

            assertThat(output.getAll())
                    .contains("tea is served")
                    .doesNotContain(" WARN ")
                    .doesNotContain(" ERROR ");
            assertThat(output.getAll().lines().filter(line -> line.contains("tea is served")))
                    .hasSize(1);
        }

        @Test
        void theOnlyBeanOfItsTypeIsStillTheOnlyOne() {
            assertThat(decorator).isInstanceOf(OwnDecorator.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Teas.class, Advice.class})
    static class App {

        @Bean
        TaskDecorator ownDecorator() {
            return new OwnDecorator();
        }
    }

    record OwnDecorator() implements TaskDecorator {

        @Override
        public Runnable decorate(Runnable task) {
            return task;
        }
    }

    @RestController
    static class Teas {

        @GetMapping("/boom")
        String boom() {
            throw new IllegalStateException("secret of the house");
        }

        @GetMapping("/none")
        String none() {
            throw new NoSuchElementException();
        }

        @GetMapping("/gone")
        String gone() {
            throw new Gone();
        }

        @GetMapping("/taken")
        String taken() {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "by the cat");
        }

        @GetMapping("/sold-out")
        String soldOut() {
            throw new SoldOut();
        }

        @GetMapping("/problem")
        ProblemDetail problem() {
            ProblemDetail own = ProblemDetail.forStatus(HttpStatus.CONFLICT);
            own.setTitle("Our own problem");
            return own;
        }

        @GetMapping("/teas/{id}")
        String tea(@PathVariable int id) {
            return "tea";
        }

        @GetMapping("/logged")
        String logged() {
            LoggerFactory.getLogger(Teas.class).info("tea is served");
            return "tea";
        }
    }

    @RestControllerAdvice
    static class Advice {

        @ExceptionHandler
        @ResponseStatus(HttpStatus.NOT_FOUND)
        String none(NoSuchElementException failure) {
            return "no such tea";
        }
    }

    @ResponseStatus(code = HttpStatus.GONE, reason = "drunk")
    static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @FailsWith(failureClass = FailureClass.CONFLICT, code = "SOLD_OUT")
    static final class SoldOut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
