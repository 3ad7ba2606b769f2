// SPDX-License-Identifier: Apache-2.0
/** Room {@code correlation} on Boot 4: hands the outgoing headers to the HTTP clients that Boot builds. */
@NullMarked
package dev.seaworthy.spring.boot4.correlation;

import org.jspecify.annotations.NullMarked;
