// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.app.input;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/conformance")
class ParameterController {

    @GetMapping("/query-parameter-invalid")
    String query(@RequestParam("limit") @Min(1) @Max(100) int limit) {
        return "accepted";
    }

    @GetMapping("/path-variable-type/{id}")
    String path(@PathVariable("id") long id) {
        return "accepted";
    }

    @GetMapping("/missing-input/parameter")
    String parameter(@RequestParam("q") String query) {
        return "accepted";
    }

    @GetMapping("/missing-input/header")
    String header(@RequestHeader("X-Tenant") String tenant) {
        return "accepted";
    }

    @GetMapping("/missing-input/cookie")
    String cookie(@CookieValue("basket") String basket) {
        return "accepted";
    }

    @PostMapping({"/missing-input/part", "/body-too-large"})
    String part(@RequestPart("file") MultipartFile file) {
        return "accepted";
    }
}
