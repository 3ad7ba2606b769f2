// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.payment;

import java.net.URI;

/** Where the payment provider answers. */
public record ProviderAddress(URI uri) {}
