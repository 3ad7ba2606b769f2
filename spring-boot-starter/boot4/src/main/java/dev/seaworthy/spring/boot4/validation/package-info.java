// SPDX-License-Identifier: Apache-2.0
/** Room {@code validation} for Boot 4: what is set on the embedded server. */
@NullMarked
package dev.seaworthy.spring.boot4.validation;

import org.jspecify.annotations.NullMarked;
