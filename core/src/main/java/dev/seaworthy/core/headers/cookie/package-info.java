// SPDX-License-Identifier: Apache-2.0
/**
 * Cookies of room {@code headers}: {@link dev.seaworthy.core.headers.cookie.CookieSettings} says how they are hardened, {@link
 * dev.seaworthy.core.headers.cookie.CookieHardening} does it to one {@code Set-Cookie} line.
 */
@NullMarked
package dev.seaworthy.core.headers.cookie;

import org.jspecify.annotations.NullMarked;
