// SPDX-License-Identifier: Apache-2.0
/**
 * Sets of headers of room {@code headers}, computed and checked once. {@link
 * dev.seaworthy.core.headers.profile.HeaderProfile} is such a set, {@link dev.seaworthy.core.headers.profile.BuiltInProfile}
 * names those that come with the library, and {@link dev.seaworthy.core.headers.profile.HeaderProfileBuilder} makes others;
 * {@link dev.seaworthy.core.headers.profile.Hsts} and {@link dev.seaworthy.core.headers.profile.PermissionsPolicy} are the
 * values that have parts.
 */
@NullMarked
package dev.seaworthy.core.headers.profile;

import org.jspecify.annotations.NullMarked;
