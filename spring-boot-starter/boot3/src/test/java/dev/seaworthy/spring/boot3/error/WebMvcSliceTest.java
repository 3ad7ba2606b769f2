// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.spring.boot3.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A slice shows the answers of production, down to the filters. */
@WebMvcTest(WebMvcSliceTest.Handlers.class)
@Import(WebMvcSliceTest.Handlers.class)
class WebMvcSliceTest {

    @Autowired
    private MockMvc mvc;

    @Test
    void exceptionOfAHandlerHasTheOneShape() throws Exception {
        mvc.perform(get("/boom"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("INTERNAL_ERROR"))
                .andExpect(jsonPath("$.correlationId").isNotEmpty());
    }

    @Test
    void exceptionOfSpringHasTheOneShapeAndIsStillSeenByTests() throws Exception {
        mvc.perform(get("/orders/one"))
                .andExpect(status().isBadRequest())
                .andExpect(result -> assertThat(result.getResolvedException())
                        .isInstanceOf(MethodArgumentTypeMismatchException.class))
                .andExpect(jsonPath("$.errors[0].pointer").value("/id"));
    }

    @Test
    void faultInJsonIsPointedAt() throws Exception {
        mvc.perform(post("/orders")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"items\":[{\"quantity\":1},{\"quantity\":\"many\"}]}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("JSON_TYPE"))
                .andExpect(jsonPath("$.errors[0].pointer").value("/items/1/quantity"));
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class App {}

    @RestController
    static class Handlers {

        @GetMapping("/boom")
        String boom() {
            throw new IllegalStateException("secret of the house");
        }

        @GetMapping("/orders/{id}")
        String order(@PathVariable int id) {
            return "order";
        }

        @PostMapping("/orders")
        String order(@RequestBody Order order) {
            return "order";
        }
    }

    record Order(List<Item> items) {}

    record Item(int quantity) {}
}
