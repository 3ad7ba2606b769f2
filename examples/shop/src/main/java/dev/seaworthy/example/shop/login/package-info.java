// SPDX-License-Identifier: Apache-2.0
/** One toy account, to have something that can be refused. */
@NullMarked
package dev.seaworthy.example.shop.login;

import org.jspecify.annotations.NullMarked;
