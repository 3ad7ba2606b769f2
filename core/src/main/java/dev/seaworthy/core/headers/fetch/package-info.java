// SPDX-License-Identifier: Apache-2.0
/**
 * Fetch metadata of room {@code headers}: {@link dev.seaworthy.core.headers.fetch.IsolationPolicy} tells requests that
 * another site makes with the user's cookies from those that the app's own pages make, as {@link
 * dev.seaworthy.core.headers.fetch.IsolationMode} says with or without effect.
 */
@NullMarked
package dev.seaworthy.core.headers.fetch;

import org.jspecify.annotations.NullMarked;
