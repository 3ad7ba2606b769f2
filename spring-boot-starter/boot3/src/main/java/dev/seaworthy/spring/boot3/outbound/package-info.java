// SPDX-License-Identifier: Apache-2.0
/** Room {@code outbound} on Boot 3: hands the doors to the HTTP clients that Boot builds, and to the health endpoint. */
@NullMarked
package dev.seaworthy.spring.boot3.outbound;

import org.jspecify.annotations.NullMarked;
