// SPDX-License-Identifier: Apache-2.0
/** Room {@code time} on the Spring floor: {@link dev.seaworthy.spring.time.TimeAutoConfiguration} offers the clock. */
@NullMarked
package dev.seaworthy.spring.time;

import org.jspecify.annotations.NullMarked;
