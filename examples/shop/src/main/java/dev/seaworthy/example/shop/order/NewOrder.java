// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.order;

import dev.seaworthy.core.validation.text.SingleLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer sends to place an order. */
record NewOrder(
        @NotBlank @Email @SingleLine(max = 254) String customer,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Item> items,

        @SingleLine(max = 200) @Nullable String note) {

    record Item(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{1,40}", message = "{shop.sku}")
            String sku,

            @NotNull @Min(1) @Max(100) Integer quantity) {}
}
