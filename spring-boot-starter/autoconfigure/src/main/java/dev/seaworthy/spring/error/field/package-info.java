// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code error}: which values of a request were refused. {@link dev.seaworthy.spring.error.field.FieldErrors} reads
 * Spring's binding and validation results and Jakarta's constraint violations, and answers them under the names that the
 * client used, without the values.
 */
@NullMarked
package dev.seaworthy.spring.error.field;

import org.jspecify.annotations.NullMarked;
