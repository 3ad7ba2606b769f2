// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.app.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/** An order whose names in Java are not those in JSON, so that a pointer made of Java names would show. */
record OrderBody(
        @JsonProperty("customer") @NotBlank @Email String buyer,
        @JsonProperty("items") @Size(min = 1, max = 50) List<@Valid Line> lines) {

    record Line(
            @NotBlank String sku,
            @JsonProperty("quantity") @Min(1) @Max(100) int howMany) {}
}
