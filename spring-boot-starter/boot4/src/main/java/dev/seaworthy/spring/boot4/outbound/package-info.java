// SPDX-License-Identifier: Apache-2.0
/** Room {@code outbound} on Boot 4: hands the doors to the HTTP clients that Boot builds, and to the health endpoint. */
@NullMarked
package dev.seaworthy.spring.boot4.outbound;

import org.jspecify.annotations.NullMarked;
