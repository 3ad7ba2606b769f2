// SPDX-License-Identifier: Apache-2.0
/** A small order service. {@link dev.seaworthy.example.shop.ShopApplication} starts it; each room below is one thing the shop does. */
@NullMarked
package dev.seaworthy.example.shop;

import org.jspecify.annotations.NullMarked;
