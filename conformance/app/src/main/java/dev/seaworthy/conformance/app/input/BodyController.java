// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.app.input;

import jakarta.validation.Valid;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/conformance")
class BodyController {

    @GetMapping(path = "/not-acceptable", produces = MediaType.APPLICATION_JSON_VALUE)
    String json() {
        return "{}";
    }

    @GetMapping("/wrong-method")
    String get() {
        return "";
    }

    @PostMapping("/wrong-method")
    String post() {
        return "";
    }

    @PostMapping(
            path = {
                "/unsupported-media-type",
                "/malformed-json",
                "/wrong-json-type",
                "/unknown-property",
                "/body-validation"
            },
            consumes = MediaType.APPLICATION_JSON_VALUE)
    String order(@Valid @RequestBody OrderBody order) {
        return "accepted";
    }
}
