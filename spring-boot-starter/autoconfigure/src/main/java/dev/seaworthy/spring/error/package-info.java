// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code error} on the Spring floor. {@link dev.seaworthy.spring.error.ErrorAutoConfiguration} offers the error desk
 * to every app, and to a servlet app the filter and the exception resolver that answer every failure in one shape. The
 * app's own handlers come first, always: its {@code @ExceptionHandler}s, error views, error controller and error
 * attributes.
 */
@NullMarked
package dev.seaworthy.spring.error;

import org.jspecify.annotations.NullMarked;
