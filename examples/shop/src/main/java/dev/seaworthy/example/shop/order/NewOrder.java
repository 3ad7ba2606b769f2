// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.order;

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
        @NotBlank @Email @Size(max = 254) @Pattern(regexp = NewOrder.ONE_LINE, message = "{shop.one-line}")
        String customer,

        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid Item> items,

        @CodePoints(max = 200) @Pattern(regexp = NewOrder.ONE_LINE, message = "{shop.one-line}") @Nullable
        String note) {

    /** No control character, no line separator, no half of a surrogate pair: nothing a log or a database stumbles over. */
    static final String ONE_LINE = "[^\\p{Cc}\\p{Cs}\\u2028\\u2029]*";

    record Item(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{1,40}", message = "{shop.sku}")
            String sku,

            @NotNull @Min(1) @Max(100) Integer quantity) {}
}
