// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code error} inside Spring MVC: {@link dev.seaworthy.spring.error.mvc.MvcErrorAutoConfiguration} puts our exception
 * resolver behind the app's own handlers and before Spring's fallbacks.
 */
@NullMarked
package dev.seaworthy.spring.error.mvc;

import org.jspecify.annotations.NullMarked;
