// SPDX-License-Identifier: Apache-2.0
/** Room {@code validation} for Boot 3: what is set on the embedded server. */
@NullMarked
package dev.seaworthy.spring.boot3.validation;

import org.jspecify.annotations.NullMarked;
