// SPDX-License-Identifier: Apache-2.0
/** The front page, under the strictest policy: its script runs because it carries the nonce of the very answer. */
@NullMarked
package dev.seaworthy.example.shop.page;

import org.jspecify.annotations.NullMarked;
