// SPDX-License-Identifier: Apache-2.0
/**
 * Constraints on addresses: {@link dev.seaworthy.core.validation.url.SafeRedirect} for where a browser is sent, {@link
 * dev.seaworthy.core.validation.url.PublicUrl} for what a server fetches on a user's behalf. The latter looks at what is
 * written; {@link dev.seaworthy.core.validation.url.PublicAddress} resolves the name too, and pins what it found.
 */
@NullMarked
package dev.seaworthy.core.validation.url;

import org.jspecify.annotations.NullMarked;
