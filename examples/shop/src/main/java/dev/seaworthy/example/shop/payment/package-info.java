// SPDX-License-Identifier: Apache-2.0
/** Payments over HTTP: {@code HttpPayments} calls the provider, {@link dev.seaworthy.example.shop.payment.ProviderAddress} says where it is. */
@NullMarked
package dev.seaworthy.example.shop.payment;

import org.jspecify.annotations.NullMarked;
