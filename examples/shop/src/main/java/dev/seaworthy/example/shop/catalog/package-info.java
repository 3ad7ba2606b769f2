// SPDX-License-Identifier: Apache-2.0
/** What the shop sells: {@link dev.seaworthy.example.shop.catalog.Catalog} knows the prices. */
@NullMarked
package dev.seaworthy.example.shop.catalog;

import org.jspecify.annotations.NullMarked;
