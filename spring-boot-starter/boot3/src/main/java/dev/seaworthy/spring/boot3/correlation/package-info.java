// SPDX-License-Identifier: Apache-2.0
/** Room {@code correlation} on Boot 3: hands the outgoing headers to the HTTP clients that Boot builds. */
@NullMarked
package dev.seaworthy.spring.boot3.correlation;

import org.jspecify.annotations.NullMarked;
